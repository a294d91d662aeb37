"""The head of a case, for whoever keeps it elsewhere."""
