"""What the entries of the ledger come to: heads of its chains, persons, sources and deliveries."""
