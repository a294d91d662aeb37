"""Reading a case again to see whether what is stored of it is what its files say; nothing is written to the case."""
