"""Strings that must not leave, and whether a text or some bytes hold one, in whatever way it is written."""
