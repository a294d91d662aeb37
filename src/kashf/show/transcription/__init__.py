"""What is typed, and heard in recordings, as words and as JSON."""
