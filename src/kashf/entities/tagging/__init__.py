"""From the text of a page to its mentions, and the key under which each is counted."""
