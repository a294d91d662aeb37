"""Which place of a gazetteer a name in a paper means: candidates, how likely each is and why, and "cannot tell" as an answer."""
