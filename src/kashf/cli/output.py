"""What kashf prints: data on stdout, talk on stderr; words of a leak are shown, never obeyed by the terminal."""

from __future__ import annotations

import contextlib
import dataclasses
import errno
import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TextIO

from kashf.errors import NoSpaceError, UnfinishedError
from kashf.language.words.visible import escaped_json
from kashf.show.plain import as_json


def be_quiet() -> None:
    """Say nothing on stderr from now on, but errors."""
    os.environ["KASHF_QUIET"] = "1"


@dataclasses.dataclass(slots=True)
class _Deaf:
    """The stderr that nobody hears any more; None also when the process was started without one."""

    stream: TextIO | None = None


_deaf = _Deaf()


class ReaderGone(Exception):  # noqa: N818 - no error: whoever read our output has seen enough
    """Nobody reads what is written to stdout any more."""


def emit(text: str = "") -> None:
    """Write a line of data to stdout; the caller has made words of a leak visible.

    Raises:
        ReaderGone: Nobody reads any more.
        UnfinishedError: It cannot be written, for want of space or otherwise.
    """
    with _translate_stdout_errors():
        sys.stdout.write(text + "\n")


def flush() -> None:
    """Write out what was held back; raises as `emit` does."""
    with _translate_stdout_errors():
        sys.stdout.flush()


def say(text: str) -> None:
    """Write a line of talk to stderr, unless the person asked for quiet; when that fails, work goes on in silence."""
    if not os.environ.get("KASHF_QUIET"):
        warn(text)


def warn(text: str, *, end: str = "\n") -> None:
    """Write to stderr, also for those who asked for quiet; when that fails, work goes on in silence."""
    if sys.stderr is _deaf.stream:
        return
    try:
        sys.stderr.write(text + end)
        sys.stderr.flush()
    except OSError:
        _drop(sys.stderr)
        _deaf.stream = sys.stderr


@contextlib.contextmanager
def _translate_stdout_errors() -> Iterator[None]:
    """Turn the system's words for what is wrong with stdout into ours."""
    try:
        yield
    except BrokenPipeError as error:
        _drop(sys.stdout)
        raise ReaderGone from error
    except OSError as error:
        _drop(sys.stdout)
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise NoSpaceError("what was found cannot be written out whole: no space left there") from error
        raise UnfinishedError("what was found cannot be written out whole") from error


def _drop(stream: TextIO) -> None:
    """Send a stream nowhere: it would fail again with every line, and once more when Python flushes it at exit."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def emit_json(value: object) -> None:
    """Write one JSON object to stdout, on a terminal with line breaks and without a sign that it would obey."""
    emit(escaped_json(as_json(value, indent=2)) if sys.stdout.isatty() else as_json(value))


def emit_jsonl(values: Iterable[object]) -> None:
    """Write one JSON object a line."""
    is_terminal = sys.stdout.isatty()
    for value in values:
        emit(escaped_json(as_json(value)) if is_terminal else as_json(value))


class ProgressLine:
    """Shows how far work is: a line that is written over on a terminal, a line now and then elsewhere."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._shown = 0.0
        self._live = sys.stderr.isatty() and not os.environ.get("KASHF_QUIET")
        self._open = False

    def show(self, stage: str, done: int, total: int) -> None:
        """Show n/N, rate and time left; called as often as anybody likes."""
        now = time.monotonic()
        if now - self._shown < (0.2 if self._live else 30):
            return
        self._shown = now
        rate = done / max(now - self._began, 0.001)
        of = f"/{total}" if total else ""
        left = f", about {max(total - done, 0) / rate:.0f} s left" if total and rate else ""
        line = f"{stage}: {done}{of} ({rate:.0f}/s{left}); safe to stop"
        if self._live:
            warn(f"\r\x1b[K{line}", end="")
            self._open = True
        else:
            say(line)

    def end(self) -> None:
        """Leave the line."""
        if self._open:
            warn("\r\x1b[K", end="")
            self._open = False
