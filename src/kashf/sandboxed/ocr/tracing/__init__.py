"""Where the lines of a page are, print or hand, level or not: traced along their ink, so that a person can type what stands in each."""
