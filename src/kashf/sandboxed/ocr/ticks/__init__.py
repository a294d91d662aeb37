"""Boxes to tick: where they are on a page image, which are ticked, and what stands beside them."""
