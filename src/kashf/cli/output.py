"""What kashf prints: data on stdout, talk on stderr; words of a leak are shown, never obeyed by the terminal."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
import sys
import time
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

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


def emit(text: str = "") -> None:
    """Write a line of data to stdout; the caller has made words of a leak visible."""
    sys.stdout.write(text + "\n")


def say(text: str) -> None:
    """Write a line of talk to stderr, unless the person asked for quiet."""
    if not os.environ.get("KASHF_QUIET"):
        sys.stderr.write(text + "\n")


def emit_json(value: object) -> None:
    """Write one JSON object to stdout, with line breaks on a terminal."""
    emit(json.dumps(_plain(value), ensure_ascii=False, indent=2 if sys.stdout.isatty() else None))


def emit_jsonl(values: Iterable[object]) -> None:
    """Write one JSON object a line."""
    for value in values:
        emit(json.dumps(_plain(value), ensure_ascii=False))


def _plain(value: object) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
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
            sys.stderr.write(f"\r\x1b[K{line}")
            sys.stderr.flush()
            self._open = True
        else:
            say(line)

    def end(self) -> None:
        """Leave the line."""
        if self._open:
            sys.stderr.write("\r\x1b[K")
            self._open = False
