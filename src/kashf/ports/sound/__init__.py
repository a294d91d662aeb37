"""What is said of whether the parts of a case are sound."""
