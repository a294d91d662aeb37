"""How an authenticity sheet is told."""
