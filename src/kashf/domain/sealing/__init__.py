"""What a ledger says of rows, whatever keeps them."""
