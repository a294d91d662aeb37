"""Programs and libraries that open leaked files, one module each."""
