"""One function for each deed of a person; each is one unit of work, and nothing else calls the stages."""
