"""What could name a source: kept in the vault, told of in the ledger by commitments."""
