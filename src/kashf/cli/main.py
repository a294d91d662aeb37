"""The `kashf` command: nothing but the way in, so that an early Ctrl+C finds somebody to take it."""

from __future__ import annotations

import os
import sys

from kashf.cli.ending import exit_code

#: What kashf makes is for its owner alone: files 0600, folders 0700.
_UMASK = 0o077


def main() -> None:
    """Run the command line and exit with the code that says how it went."""
    os.umask(_UMASK)
    sys.exit(exit_code(_run))


def _run() -> int:
    from kashf.cli.app import run  # takes 0.1 s, in which a person may press Ctrl+C

    run()
    return 0
