"""What kashf prints: data on stdout, talk on stderr; words of a leak are shown, never obeyed by the terminal."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import errno
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any, TextIO, cast

from kashf.errors import NoSpaceError, UnfinishedError

#: Controls that could move the cursor or turn the direction of a line. C0, DEL, C1, and the Unicode bidi controls.
_CONTROLS = {
    **{code: 0x2400 + code for code in range(0x20)},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0x2426),
}
_CONTROLS_IN_TEXT = {code: shown for code, shown in _CONTROLS.items() if code not in (0x09, 0x0A)}
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def visible(text: str, *, lines: bool = False) -> str:
    r"""Return `text` with controls shown as symbols; `lines` keeps line ends and tabs.

    >>> visible("a\x1b[31m\u202eb\n")
    'a␛[31m␦b␊'
    """
    return text.translate(_CONTROLS_IN_TEXT if lines else _CONTROLS)


def isolate(text: str) -> str:
    """Return `text` for one line of a terminal, so that its direction does not spill over to what stands beside it."""
    return f"{_FIRST_STRONG_ISOLATE}{visible(text)}{_POP_ISOLATE}"


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
    with _stdout_named():
        sys.stdout.write(text + "\n")


def flush() -> None:
    """Write out what was held back; raises as `emit` does."""
    with _stdout_named():
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
def _stdout_named() -> Iterator[None]:
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
    """Write one JSON object to stdout, with line breaks on a terminal."""
    emit(json.dumps(_plain(value), ensure_ascii=False, indent=2 if sys.stdout.isatty() else None))


def emit_jsonl(values: Iterable[object]) -> None:
    """Write one JSON object a line."""
    for value in values:
        emit(json.dumps(_plain(value), ensure_ascii=False))


def fields(value: object) -> dict[str, Any]:
    """Return the fields of a dataclass as plain values, to be printed with others beside them."""
    return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(cast("Any", value))}


def _plain(value: object) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return fields(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, str | int | float | bool) or value is None:
        return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
    if isinstance(value, Iterable):
        return [_plain(item) for item in value]
    raise TypeError(f"no JSON for {type(value).__name__}")


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
