"""What is counted while a case is made."""
