"""Filled-in forms: finding and keeping them, saying what their fields ask, and telling what stands in them."""
