"""What is made of a whole case, and what of it may wait while few documents are new."""
