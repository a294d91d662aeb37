"""Orders and events as rows of tables, checked; and how the tables of published catalogues are read."""
