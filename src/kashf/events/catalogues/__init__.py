"""Reads catalogues of events that others made: UCDP GED, ACLED, and any table whose columns somebody told."""
