"""Seals the rows of a case as they are written, and reads what was sealed again."""
