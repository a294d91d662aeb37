"""Words of a text: where they stand, how they fold, what is written onto them."""
