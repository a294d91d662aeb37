"""Offices that issue letters: which is which, however their names are written."""
