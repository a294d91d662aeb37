"""Files in, receipts out: what was received, what it is, what is inside it and of what it is a copy."""
