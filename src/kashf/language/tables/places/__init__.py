"""Words that say what kind of place a name is of."""
