"""Keys of this installation and of persons, as files of its own folder, and Ed25519 by `cryptography`."""
