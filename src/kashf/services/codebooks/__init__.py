"""Puts a question to a drawn sample of documents, codes them, and tells how far two people agree."""
