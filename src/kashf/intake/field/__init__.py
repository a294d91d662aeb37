"""What is received in the field and opened at home: files in a stream, each with its hash, and a signed statement of all."""
