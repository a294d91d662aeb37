"""The text of a page as the browser shows it: its lines, what was found on them, and messages as a list."""
