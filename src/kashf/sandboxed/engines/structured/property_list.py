"""Property lists, in which Apple's programs keep settings and archives: XML and binary."""

from __future__ import annotations

import datetime as dt
import plistlib
import struct
from collections.abc import Iterator
from xml.parsers.expat import ExpatError

from kashf.domain.document import Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Source

_TYPES = frozenset({"application/x-bplist", "application/x-plist"})
_DEEPEST = 64
#: Values that are said. One object may stand in many places of a binary list, so that a small file can hold very many.
_MOST_VALUES = 200_000
_FAULTS = (
    plistlib.InvalidFileException,
    AttributeError,
    ExpatError,
    struct.error,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    OverflowError,
    RecursionError,
)


class PropertyListReader:
    """Reads a property list: each value on a line of its own after its key, inner ones indented."""

    name = "plistlib"
    version = "1"

    def reads(self, type: str) -> bool:
        """Return whether `type` is a property list."""
        return type in _TYPES

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page.

        Raises:
            EngineError: Damaged, or more than `limits.text_characters` bytes.
        """
        if source.size_bytes > limits.text_characters:
            raise EngineError(Reason.TOO_LARGE, "property list beyond the limit")
        try:
            value = plistlib.loads(source.read())
        except _FAULTS as error:
            raise EngineError(Reason.DAMAGED, "the property list is damaged") from error
        lines: list[str] = []
        for line in _lines(value, ""):
            lines.append(line)
            if len(lines) > _MOST_VALUES:
                return Extract((Page(1, "\n".join(lines)),), {}, Status.PARTIAL, Reason.TOO_LARGE, f"the first {_MOST_VALUES} values")
        return Extract((Page(1, "\n".join(lines)),))


def _lines(value: object, label: str, *, indent: int = 0, depth: int = 0) -> Iterator[str]:
    """Yield the lines that say a value; what lies deeper than anybody nests is cut off."""
    lead = "  " * indent + (f"{label}: " if label else "")
    if isinstance(value, dict | list) and depth < _DEEPEST:
        if label:
            yield lead.rstrip()
        inner = value.items() if isinstance(value, dict) else (("", each) for each in value)
        for key, each in inner:
            yield from _lines(each, str(key), indent=indent + bool(label), depth=depth + 1)
    else:
        yield lead + _shown(value)


def _shown(value: object) -> str:
    if isinstance(value, bytes):
        return _text_of(value)
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%d %H:%M:%S} UTC"
    if isinstance(value, plistlib.UID):
        return f"#{value.data}"
    return "..." if isinstance(value, dict | list) else str(value)


def _text_of(value: bytes) -> str:
    """Return bytes that are text as text, others as how many they are."""
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    return text if text and text.replace("\n", "").replace("\t", "").isprintable() else f"({len(value)} bytes)"
