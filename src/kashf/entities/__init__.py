"""From passages to people: what is counted, and how sure the count is."""
