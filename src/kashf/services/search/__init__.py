"""Finding words and names in a case."""
