"""What Outlook packs into winmail.dat. Source: MS-OXTNEF, section 2.1."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits, Member, Source

_SIGNATURE = b"\x78\x9f\x3e\x22"
_HEAD_BYTES = 6
#: Attributes: an attachment begins, its name, its bytes, its properties.
_BEGINS, _TITLE, _DATA, _PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9005
#: Property of the long file name, as text in a code page or in UTF-16, with one value of stated length.
_LONG_NAMES = ((b"\x1e\x00\x07\x37\x01\x00\x00\x00", "cp1252"), (b"\x1f\x00\x07\x37\x01\x00\x00\x00", "utf-16-le"))
_CHUNK_BYTES = 1 << 16


class TnefUnpacker:
    """Takes attachments out of winmail.dat; its text is left to readers."""

    name = "tnef"
    version = "1"

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is Outlook's own wrapping of a message."""
        return type == "application/vnd.ms-tnef"

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield the attachments; an attached object without bytes of its own has the reason "unsupported".

        Raises:
            EngineError: DAMAGED.
        """
        with source.open() as file:
            if file.read(_HEAD_BYTES)[:4] != _SIGNATURE:
                raise EngineError(Reason.DAMAGED, "this is no message of Outlook")
            for ordinal, (name, place) in enumerate(_attachments(file, source.size_bytes)):
                yield Member(ordinal, name, _chunks(file, *place) if place else None, "" if place else Reason.UNSUPPORTED)


def _attachments(file: BinaryIO, size_bytes: int) -> Iterator[tuple[bytes, tuple[int, int] | None]]:
    """Yield (name, (where its bytes begin, how many)) of each attachment, the bytes not yet read."""
    name, place, is_open = b"", None, False
    for id, start, length in _attributes(file, size_bytes):
        if id == _BEGINS and is_open:
            yield name, place
            name, place = b"", None
        is_open = is_open or id == _BEGINS
        if id == _DATA:
            place = (start, length)
        elif id == _TITLE and not name:
            name = _read(file, start, length).rstrip(b"\0")
        elif id == _PROPERTIES:
            name = _long_name(_read(file, start, length)) or name
    if is_open:
        yield name, place


def _attributes(file: BinaryIO, size_bytes: int) -> Iterator[tuple[int, int, int]]:
    """Yield (number, where its value begins, how long it is) of each attribute.

    Raises:
        EngineError: One is not there whole.
    """
    place = _HEAD_BYTES
    while place + 9 <= size_bytes:
        _, id, _, length = struct.unpack("<BHHI", _read(file, place, 9))
        if place + 9 + length > size_bytes:
            raise EngineError(Reason.DAMAGED, "the message breaks off")
        yield id, place + 9, length
        place += 9 + length + 2


def _long_name(properties: bytes) -> bytes:
    """Return the long file name among an attachment's properties, as UTF-8; empty when there is none."""
    for mark, encoding in _LONG_NAMES:
        at = properties.find(mark)
        if at >= 0:
            start = at + len(mark) + 4
            length = int.from_bytes(properties[start - 4 : start], "little")
            return properties[start : start + length].decode(encoding, "replace").rstrip("\0").encode("utf-8", "replace")
    return b""


def _read(file: BinaryIO, start: int, length: int) -> bytes:
    file.seek(start)
    return file.read(length)


def _chunks(file: BinaryIO, start: int, length: int) -> Iterator[bytes]:
    """Yield a stretch of the file."""
    for at in range(start, start + length, _CHUNK_BYTES):
        yield _read(file, at, min(_CHUNK_BYTES, start + length - at))
