"""What is filled in on a form: where it stands, how surely it was read, and which form it is of."""
