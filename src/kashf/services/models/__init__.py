"""Bring your own reader: models of handwriting, translation and speech that a user adds, measured before they may draft anything."""
