"""Dates, as every door shows them."""
