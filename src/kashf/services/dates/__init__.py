"""The dates that texts and documents name."""
