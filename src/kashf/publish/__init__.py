"""Findings in, what may leave the building out."""
