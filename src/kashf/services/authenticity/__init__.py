"""The authenticity sheet of a paper of a case."""
