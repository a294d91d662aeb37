"""How a command ends: errors become a message and an exit code, here only."""

from __future__ import annotations

import errno
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from kashf.cli.output import ReaderGone, flush, warn
from kashf.errors import KashfError, NoSpaceError, NotAllowedError, QuerySyntaxError
from kashf.language.words.visible import visible_name

#: A fault in kashf itself. Source: EX_SOFTWARE of sysexits.h; the list of exit codes in docs/reference/case-format.md.
UNFORESEEN = 70
#: Stopped by the person. Source: 128 and the number of SIGINT, as shells do it.
INTERRUPTED = 130

#: What the system says when there is no room, and when there is no right.
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS)


class Terminated(KeyboardInterrupt):
    """The system or another program ends this process: everything is closed as when a person does.

    Args:
        number: Of the signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number  # Source: as shells do it


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Let signals that would end the process at once end the block as Ctrl+C does, so that what is open is closed."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, _terminate) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _terminate(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 - the system fixes the arguments
    raise Terminated(number)


def run_command(command: Callable[[], int]) -> int:
    """Run a command and return its exit code; errors are printed on stderr."""
    try:
        code = command()
        flush()
    except KashfError as error:
        return _report(error)
    except KeyboardInterrupt as stop:
        warn("\ninterrupted; nothing is lost. Run the same command again to go on.")
        return stop.exit_code if isinstance(stop, Terminated) else INTERRUPTED
    except ReaderGone:
        return 0  # whoever read our output has seen enough
    except Exception as error:  # noqa: BLE001 - the door's outermost edge, where every fault becomes a message
        return _report_unexpected(error)
    return code


def _report(error: KashfError) -> int:
    warn(f"kashf: {visible_name(str(error))}")
    if isinstance(error, QuerySyntaxError):
        warn(f"       at character {error.position + 1} of the query")
    if error.hint:
        warn(f"       {error.hint}")
    return error.exit_code


def _report_unexpected(error: Exception) -> int:
    """Tell an error that nobody translated: by its class alone, since its words may be those of a document."""
    if os.environ.get("KASHF_LOG", "").lower() == "debug":
        raise error
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        return _report(NoSpaceError("no space left on the disk"))
    if isinstance(error, OSError) and error.errno in _NO_RIGHT:
        return _report(NotAllowedError("the system does not allow a file to be read or written there"))
    warn(f"kashf: unexpected {type(error).__name__}; nothing was lost. This is a fault in kashf: please report it.")
    warn("       The same command with KASHF_LOG=debug before it shows where; that may show words of documents.")
    return UNFORESEEN
