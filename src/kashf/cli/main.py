"""The `kashf` command: nothing but the way in, which imports nothing before somebody can take an early Ctrl+C."""

from __future__ import annotations

import os
import sys

#: What kashf makes is for its owner alone: files 0600, folders 0700.
_UMASK = 0o077
#: Stopped by the person. Source: 128 and the number of SIGINT, as shells do it.
_INTERRUPTED = 130


def main() -> None:
    """Run the command line and exit with the code that says how it went."""
    os.umask(_UMASK)
    try:
        from kashf.cli.exit import ending_in_order, run_command

        with ending_in_order():
            code = run_command(_run)
    except KeyboardInterrupt:
        code = _INTERRUPTED
    sys.exit(code)


def _run() -> int:
    from kashf.cli.app import run

    run()
    return 0
