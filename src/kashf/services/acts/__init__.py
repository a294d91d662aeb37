"""Lists the acts of a case: those of its papers, and those of catalogues that were brought from outside."""
