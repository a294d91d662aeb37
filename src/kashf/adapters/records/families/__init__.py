"""Keeps filled-in forms: `family_tables` writes, `families_view` reads."""
