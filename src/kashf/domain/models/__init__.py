"""Models that a user brings: what they are, what they answer, how well they did on lines that people keyed."""
