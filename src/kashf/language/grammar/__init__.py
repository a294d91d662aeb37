"""Names by rules: the grammar of persons, groups, places, roles and code names in Arabic, and what Latin letters show of them."""
