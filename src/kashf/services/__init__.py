"""One function for each thing a person can do; each is one unit of work, and nothing else calls the stages."""
