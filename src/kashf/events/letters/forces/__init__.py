"""What papers do with acts by the words that order, ask, forbid, permit and tell."""
