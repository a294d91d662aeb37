"""What decides about the word "before": the hazard of other lulls, doubt about the catalogue's days, controls, and what withstands them."""
