"""Makes acts of what letters say."""
