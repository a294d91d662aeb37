"""The tables that are truth, whose form is frozen: the ledger and the signatures under its entries."""
