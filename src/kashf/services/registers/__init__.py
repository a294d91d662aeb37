"""Rebuilds the registers of a case from its letters."""
