"""What a paper does by being written, by the evidence that it gives."""
