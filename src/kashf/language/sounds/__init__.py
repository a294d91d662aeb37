"""Words as rows of sound units, so that the same name in two scripts can be compared."""
