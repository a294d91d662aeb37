"""Sentence cards as the terminal and JSON show them."""
