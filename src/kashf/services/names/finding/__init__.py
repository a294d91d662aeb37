"""Find what is named in texts: look through each, learn from what was decided, and look again for what is sure elsewhere in the case."""
