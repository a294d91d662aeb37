"""Parts of the commands about letters."""
