"""The ways in which what was typed is looked for: as it stands, in other forms and spellings, joined and apart."""
