"""How far a source can be trusted, as people wrote it down: what of it was checked, who passed it on, what it is good for."""
