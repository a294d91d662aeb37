"""What is received in the field, from there to a case at home."""
