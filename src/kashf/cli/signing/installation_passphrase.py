"""Asks for the passphrase of this installation's key."""

from __future__ import annotations

import sys
from pathlib import Path

from kashf.cli.passphrases import read_passphrase
from kashf.errors import UsageError

#: How it is called in a question.
WHAT = "the key of this installation"


def ask_for_installation(file: Path | None) -> str:
    """Return it from a terminal, or from the file that the settings name.

    Raises:
        UsageError: There is neither.
        BadPathError, NotAllowedError: As `read_passphrase`.
    """
    if file is None and not sys.stdin.isatty():
        raise UsageError(
            f"{WHAT} is under a passphrase, and there is no terminal to ask on; "
            "KASHF_INSTALLATION_PASSPHRASE_FILE may name a file with it that only its owner may read"
        )
    return read_passphrase(file, what=WHAT)
