"""What a field of a form asks, by its label, and what the value beside it says."""
