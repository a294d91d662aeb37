"""How letters of a pile name one another."""
