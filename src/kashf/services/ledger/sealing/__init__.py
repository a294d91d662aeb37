"""Seals in the ledger what each unit of work did to the rows of a case."""
