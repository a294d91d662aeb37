"""Words of the names of people and bodies."""
