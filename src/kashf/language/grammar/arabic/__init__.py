"""The grammar of names in Arabic letters."""
