"""Who writes to whom, by the heads of letters: not who stands beside whom."""
