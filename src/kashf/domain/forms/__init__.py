"""Filled-in forms as values: what a template asks, and what stands there on each form."""
