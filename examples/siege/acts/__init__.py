"""Letters and orders that are like the world's, with what is true of each."""
