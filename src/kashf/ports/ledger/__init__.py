"""The ledger of a case, as it is read."""
