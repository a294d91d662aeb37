"""Chains of letters as lines of text and as JSON."""
