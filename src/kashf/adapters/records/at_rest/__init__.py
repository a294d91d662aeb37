"""Records as nobody has them open: closed whole, and told when they were copied otherwise."""
