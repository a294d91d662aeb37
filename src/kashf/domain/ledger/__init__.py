"""What the ledger holds and what its entries come to: chains and heads, decisions, persons, deliveries."""
