"""What is kept of a case outside of it: how far its chains were, a head to read out, a file for somebody else, a time stamp."""
