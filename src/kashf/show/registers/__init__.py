"""Registers as the terminal and the browser show them."""
