"""The `kashf` command: nothing but the way in, which imports nothing before somebody can take an early Ctrl+C."""

from __future__ import annotations

import os
import sys

#: What kashf makes is for its owner alone: files 0600, folders 0700.
_UMASK = 0o077
#: Stopped by the person. Source: 128 and the number of SIGINT, as shells do it.
_INTERRUPTED = 130
#: Source: PR_SET_DUMPABLE in linux/include/uapi/linux/prctl.h. A pipe of core_pattern gets dumps whatever RLIMIT_CORE says.
_DUMPABLE = 4


def main() -> None:
    """Run the command line and exit with the code that says how it went."""
    os.umask(_UMASK)
    leave_no_memory()
    try:
        from kashf.cli.exit import ending_in_order, run_command
        from kashf.scratch import sweep

        with ending_in_order():
            sweep()
            code = run_command(_run)
    except KeyboardInterrupt:
        code = _INTERRUPTED
    sys.exit(code)


def leave_no_memory() -> None:
    """Have the system write no core dump of this process, and give its memory to no other of the same user."""
    import ctypes
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # inherited by all that it starts
    ctypes.CDLL(None).prctl(_DUMPABLE, 0, 0, 0, 0)


def _run() -> int:
    from kashf.cli.app import run

    run()
    return 0
