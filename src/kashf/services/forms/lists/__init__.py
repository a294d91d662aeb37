"""Lists whose rows are records: what was left out of them, and two of them compared."""
