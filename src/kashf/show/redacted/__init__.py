"""What is told of a redaction."""
