"""Translations of pages: written down, shown beside their originals, compared word by word, and what is contested in them settled."""
