"""Which rows of two lists are about one man, which may be, which are in one list only, and what changed between the two."""
