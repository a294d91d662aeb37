"""Documents that hold several letters."""
