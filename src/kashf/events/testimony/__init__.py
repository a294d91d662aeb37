"""Documents of what a witness told."""
