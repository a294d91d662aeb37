"""Reads the letters of a case, keeps what they say, and lists them."""
