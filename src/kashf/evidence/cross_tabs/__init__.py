"""Tables of what forms have in two fields, and how far two shares in them differ: beyond chance or not."""
