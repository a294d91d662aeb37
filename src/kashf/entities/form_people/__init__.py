"""Which forms are about one man, by his name, birth, mother and telephone; and between what bounds the number of men lies."""
