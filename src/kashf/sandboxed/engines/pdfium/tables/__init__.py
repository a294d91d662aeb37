"""Tables of a page: what is ruled on it, the cells that this makes, and the columns that lines without rules share."""
