"""Plans of the precedence test that were frozen in a case, and their runs."""
