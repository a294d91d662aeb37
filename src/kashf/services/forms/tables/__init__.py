"""Tables of what the forms of a family have in two fields, what stands in their cells, and what of them may leave."""
