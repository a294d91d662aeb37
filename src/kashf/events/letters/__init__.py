"""Reads letters and orders in Arabic and English, and heads and feet in French, Turkish and Persian, too: by lines in any order, cited papers, acts."""
