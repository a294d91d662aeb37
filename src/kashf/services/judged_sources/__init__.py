"""Writes down how far sources can be trusted, and shows what their records are worth."""
