"""Which share of a series is here, as a whole and by month."""
