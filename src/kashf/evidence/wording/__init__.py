"""Words for what was computed, and a linter for the sentences in which it is told."""
