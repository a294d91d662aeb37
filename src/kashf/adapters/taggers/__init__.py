"""What finds names by something that we did not write: gazetteers, a learned model, spaCy. They run outside the sandbox, on text."""
