"""Two names in any two scripts: how alike they are, and which part says so."""
