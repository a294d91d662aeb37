"""The words of labels, and what they ask together."""
