"""What runs a model that a user brought: in a box of its own, without network, on lines that were cut out outside."""
