"""A case's records in SQL: `store` writes (SQLAlchemy), `view` reads (a plain driver), both by the same tables and rows."""
