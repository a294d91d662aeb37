"""Office documents by our own readers: text in its order, with what was struck out, put in, noted or hidden marked as that."""
