"""Signs on a page of whose archive a paper seems to come from."""
