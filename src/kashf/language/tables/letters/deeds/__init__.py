"""Verbs of what letters order, forbid, permit and tell of, and what an act is by what it is done to."""
