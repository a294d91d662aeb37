"""Files of age, written to public keys and opened with secret ones, as streams that hold a few kilobytes at a time."""
