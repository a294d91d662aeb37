"""Everything a person does with the names of a case."""
