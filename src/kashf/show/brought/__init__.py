"""How what a delivery brought is told."""
