"""What the record of a source is worth, for every door."""
