"""Words for chances and for the weight of evidence; the two never meet in one text."""
