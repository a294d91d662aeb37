"""Ranges of a text that its writer did not write there: what surrounds an article, and quoted mail."""
