"""Freezes plans of the precedence test on a case, with orders by a rule, and runs them."""
