"""Catalogues of events that were brought from outside."""
