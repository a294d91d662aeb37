"""Contradictions as the terminal and programs are told them."""
