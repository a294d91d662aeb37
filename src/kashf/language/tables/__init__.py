"""Small tables which the language layer reads, written by hand; each says where its facts come from."""
