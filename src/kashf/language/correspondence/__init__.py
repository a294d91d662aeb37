"""Who writes to whom: the names in header lines of mail, quoted ones too, and in address books."""
