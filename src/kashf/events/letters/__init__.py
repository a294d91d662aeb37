"""Reads letters and orders in Arabic and English: heads by lines in any order, cited papers, and acts."""
