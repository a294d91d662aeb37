"""Whether the file of a case's records is sound: what its schema has beside kashf's own tables, and whether it can be read to its end."""
