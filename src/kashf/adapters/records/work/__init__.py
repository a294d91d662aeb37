"""What there is still to do of each document."""
