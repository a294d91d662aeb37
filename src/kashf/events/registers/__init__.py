"""Registers of offices, rebuilt from the numbers on letters: what is here, what is missing, and what an undated letter lies between."""
