"""Signatures under the ledger: who signs, what they prove, and what was kept of a case elsewhere."""
