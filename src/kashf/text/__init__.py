"""Bytes in, pages of text with positions and confidence out."""
