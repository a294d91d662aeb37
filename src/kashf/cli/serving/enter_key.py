"""The Enter key of the terminal in which a server runs: only whoever sits there can press it."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress


def when_enter_is_pressed(do: Callable[[], None]) -> None:
    """Do something each time somebody presses Enter, for as long as the process lives; nothing where there is no terminal."""
    if sys.stdin is None or not sys.stdin.isatty():
        return
    # A process in the background that reads the terminal would be stopped as a whole; so its reading fails instead.
    signal.signal(signal.SIGTTIN, signal.SIG_IGN)
    threading.Thread(target=_listen, args=(sys.stdin.fileno(), do), name="enter-key", daemon=True).start()


def _listen(terminal: int, do: Callable[[], None]) -> None:
    # Read below Python's buffers: at the end of the process nobody may hold their lock.
    with suppress(OSError):
        while pressed := os.read(terminal, 1024):
            if b"\n" in pressed:
                do()
