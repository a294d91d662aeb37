"""Places on pages: quoted, found again when a page is read anew, and the readings a page may have."""
