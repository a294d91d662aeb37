"""A haul of filled-in forms and registers with known truth."""
