"""Files that were put into a document as they are, in the wrappings of OLE. Source: MS-OLEDS 2.2.5 and 2.3.6, and what writers do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kashf.domain.document import Reason

_LINKED: Final = 1
_FILE: Final = 3
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Inner:
    """A file out of its wrapping: what it was called, its bytes, and why there are none."""

    untrusted_name: bytes = b""
    content: bytes = b""
    reason: str = ""


def from_native(stream: bytes) -> Inner:
    """Return the file in a stream of the name Ole10Native, with the path it had on the machine of whoever put it in."""
    cursor = _Cursor(stream)
    cursor.number(4)
    if cursor.number(2) != 2:
        # Without the names of a package it is the object itself.
        return Inner(b"", stream[4:], "" if len(stream) > 4 else Reason.DAMAGED)
    label, path = cursor.text(), cursor.text()
    flags, kind = cursor.number(2), cursor.number(2)
    if flags == 0 and kind == _LINKED:
        return Inner(path or label, b"", Reason.UNREAD_PART)
    if flags or kind != _FILE:
        return Inner(b"", stream[4:], "")
    temporary = cursor.counted()
    content = cursor.counted()
    name = (path or label or temporary.rstrip(b"\0")).replace(b"\\", b"/")
    return Inner(name, content, "" if content else Reason.DAMAGED)


def from_first_ole(written: bytes) -> Inner:
    """Return the file in an object of OLE 1, as RTF keeps it: a package, a document of a later OLE, or a picture."""
    cursor = _Cursor(written)
    cursor.number(4)
    format, kind = cursor.number(4), cursor.counted().rstrip(b"\0")
    topic, _ = cursor.counted(), cursor.counted()
    if format == _LINKED:
        return Inner(topic.rstrip(b"\0"), b"", Reason.UNREAD_PART)
    native = cursor.counted()
    if kind.lower() == b"package":
        return from_native(len(native).to_bytes(4, "little") + native)
    at = written.find(_COMPOUND)
    content = native or (written[at:] if at >= 0 else b"")
    return Inner(kind.replace(b"/", b"_") or b"", content, "" if content else Reason.DAMAGED)


class _Cursor:
    """Reads numbers and texts one after the other; beyond the end there is nothing."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def number(self, size: int) -> int:
        """Return the next number of some bytes."""
        self._at += size
        return int.from_bytes(self._content[self._at - size : self._at], "little")

    def text(self) -> bytes:
        """Return the bytes up to the next zero."""
        end = self._content.find(b"\0", self._at)
        end = len(self._content) if end < 0 else end
        found, self._at = self._content[self._at : end], end + 1
        return found

    def counted(self) -> bytes:
        """Return as many bytes as the next number says."""
        length = self.number(4)
        self._at += length
        return self._content[self._at - length : self._at]
