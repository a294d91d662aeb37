"""Letters and orders: what a paper says of itself, and what it tells people to do."""
