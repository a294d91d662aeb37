"""Records copied whole while others write to them."""
