"""Translations as evidence: readings of pages beside their originals, signed and versioned, and the words that translators contest."""
