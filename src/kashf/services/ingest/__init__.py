"""From paths to searchable text."""
