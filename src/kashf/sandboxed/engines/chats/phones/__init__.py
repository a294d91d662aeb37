"""Conversations in the backups and databases of telephones."""
