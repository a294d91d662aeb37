"""Letters as the terminal shows them."""
