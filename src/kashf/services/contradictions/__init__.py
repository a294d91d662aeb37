"""Contradictions in the letters of a case."""
