"""Migrations of a case's tables, in order; run by alembic."""
