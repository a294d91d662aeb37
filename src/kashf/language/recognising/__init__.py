"""Which language a stretch of text is written in."""
