"""Shows questions put to drawn samples, as lines and as JSON."""
