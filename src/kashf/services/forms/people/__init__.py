"""Whom forms are about: how many men, which forms may be of one, and what people decided about that."""
