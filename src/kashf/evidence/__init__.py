"""Acts and sources in, judged findings out."""
