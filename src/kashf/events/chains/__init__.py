"""Which letter follows which: orders with what came of them, as chains whose every link shows what speaks for it and against it."""
