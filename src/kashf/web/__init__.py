"""The web door: pages on this machine alone, made on the server, good without scripts."""
