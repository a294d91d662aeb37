"""What could name a source, encrypted to the public key of the case's vault, so that writing needs no passphrase and reading does."""
