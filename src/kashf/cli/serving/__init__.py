"""What `kashf serve` does around the server: where it listens, how a browser is brought to it, and what is wiped afterwards."""
