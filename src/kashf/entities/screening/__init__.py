"""A list of names held against the names of a case."""
