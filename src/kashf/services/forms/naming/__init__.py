"""Who is named in forms: names in fields kept as mentions, and in which field a place stands."""
