"""What the marks of a paper say of whether it is genuine: a range for each, never one for all, never a verdict."""
