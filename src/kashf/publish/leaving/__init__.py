"""The one gate: what leaves in bulk is held against what must not, before a byte of it is written."""
