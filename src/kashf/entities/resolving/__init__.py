"""From the names of a case to its people, groups and places, under people's decisions."""
