"""Personal names: their parts, the small words around them, and finding one in a text."""
