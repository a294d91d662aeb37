"""Words for plans of the precedence test, and for what came out."""
