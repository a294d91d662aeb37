"""Frames in a stream: a letter, a length, and so many bytes; what is not data is canonical JSON."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final

from kashf.domain.ids import Json, canonical_json
from kashf.errors import DamagedDeliveryError

#: What the stream begins with; a later form gets another number.
BEGINNING: Final = b"kashf-field-1\n"
#: Who received, when; a file begins; its bytes; it ends, with its hash; the statement of all; its signature.
HEAD, FILE, DATA, END, STATEMENT, SIGNATURE = b"h", b"f", b"d", b"e", b"m", b"s"
#: Bytes of a frame at most.
MOST_BYTES: Final = 1 << 20
_LENGTH: Final = struct.Struct(">cI")


def frame(kind: bytes, content: bytes | Mapping[str, Json]) -> bytes:
    """Return one frame."""
    data = content if isinstance(content, bytes) else canonical_json(dict(content))
    return _LENGTH.pack(kind, len(data)) + data


def frames(untrusted: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and content of each frame of a stream, to its end.

    Raises:
        DamagedDeliveryError: It is no such stream, or ends in the middle of a frame.
    """
    if _read(untrusted, len(BEGINNING)) != BEGINNING:
        raise DamagedDeliveryError("that was not made by `kashf receive`", code="not-a-delivery")
    while head := _read(untrusted, _LENGTH.size):
        if len(head) != _LENGTH.size:
            raise cut_short()
        kind, length = _LENGTH.unpack(head)
        if length > MOST_BYTES:
            raise malformed("a part of it is longer than kashf makes any")
        content = _read(untrusted, length)
        if len(content) != length:
            raise cut_short()
        yield kind, content


def facts(content: bytes) -> dict[str, Json]:
    """Return what a frame of JSON says.

    Raises:
        DamagedDeliveryError: It says nothing that can be understood.
    """
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise malformed()
    return told


def malformed(why: str = "a part of it cannot be understood") -> DamagedDeliveryError:
    """Return the error of a stream that kashf did not make so."""
    return DamagedDeliveryError(why, code="delivery-malformed")


def cut_short() -> DamagedDeliveryError:
    """Return the error of a stream that ends too early."""
    return DamagedDeliveryError("it was cut short: its end is missing", code="delivery-cut-short")


def _read(stream: BinaryIO, length: int) -> bytes:
    parts, missing = [], length
    while missing and (part := stream.read(missing)):
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)
