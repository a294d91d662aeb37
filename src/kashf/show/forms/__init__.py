"""What the doors show of filled-in forms."""
