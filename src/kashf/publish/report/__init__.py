"""A report of findings: sentences, the values their numbers are bound to, what they cite, and the page that is made of it."""
