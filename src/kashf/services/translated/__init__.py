"""Translations as they are read: beside their originals, and as a search looks into them; writing them is `services.translation`."""
