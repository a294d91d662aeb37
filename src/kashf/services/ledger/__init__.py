"""Writing the ledger, proving it, and reading from it who works on a case and who passed files on."""
