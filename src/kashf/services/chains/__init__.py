"""Finds the chains of letters of a case, and the operations that they name."""
