"""Boards: hypotheses in rows, evidence in columns, what both come to, and what would turn it over."""
