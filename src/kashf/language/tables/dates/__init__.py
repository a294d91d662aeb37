"""Words of dates in running text."""
