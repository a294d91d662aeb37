"""Reads letters in Arabic and English: heads and feet, cited papers, acts; in French, Turkish and Persian heads and feet."""
