"""Registers and lists: a row a record, its columns the fields."""
