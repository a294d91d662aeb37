"""Backups of whole cases in one file, which anybody can take apart with `age` and `tar` where there is no kashf any more."""
