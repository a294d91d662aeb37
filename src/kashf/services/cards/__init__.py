"""Writes sentence cards, and shows each with what the case knows of its evidence."""
