"""Headings of the lists that people bring to a case."""
