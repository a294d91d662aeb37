"""Whether what entries speak of is there."""
