"""Acts: what was ordered, reported or done, by papers of the case and by catalogues from outside."""
