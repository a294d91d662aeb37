"""Counts what documents cost to the received file that they came in, and stops what goes beyond its budget."""
