"""How often a name stands in a case, and how sure that number is."""
