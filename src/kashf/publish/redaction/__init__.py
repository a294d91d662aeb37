"""What is covered on a page and how wide, what a redaction may still tell, and what a proof found. Pure: nothing here opens a file."""
