"""How many roads there are from those who saw to those who read, and what reports that share one are worth together."""
