"""How far a channel can be trusted, from what of it was checked: batches found genuine, found false, and still open."""
