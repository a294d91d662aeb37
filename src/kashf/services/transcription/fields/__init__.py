"""One field of many forms, which people type in a row."""
