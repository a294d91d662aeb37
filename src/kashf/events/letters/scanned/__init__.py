"""Sheets of which a machine read a picture: their lines put right, and what several readings of them say together."""
