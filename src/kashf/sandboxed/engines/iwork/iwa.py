"""Archives of Apple's office programs: objects of numbered types, each with fields as protocol buffers write them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kashf.sandboxed.engines.iwork.snappy import BrokenBlockError, unpacked, varint

#: A block begins with this byte and the three bytes of its length.
_BLOCK: Final = 0


@dataclass(frozen=True, slots=True)
class ArchivedObject:
    """An object: the number of its type, and its fields as they are written."""

    type: int
    payload: bytes


def messages(untrusted: bytes, *, most_bytes: int) -> Iterator[ArchivedObject]:
    """Yield the objects of an archive.

    Raises:
        BrokenBlockError: It breaks off, is not as it says, or unpacks to more than `most_bytes`; what was given before is good.
    """
    content = b"".join(_blocks(untrusted, most_bytes))
    at = 0
    while at < len(content):
        length, at = varint(content, at)
        header, at = content[at : at + length], at + length
        for number, info in fields(header):
            if number == 2 and isinstance(info, bytes):
                told = dict(fields(info))
                type, size = told.get(1, 0), told.get(3, 0)
                if not isinstance(type, int) or not isinstance(size, int) or at + size > len(content):
                    raise BrokenBlockError
                yield ArchivedObject(type, content[at : at + size])
                at += size


def fields(content: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Yield number and value of each field: numbers as they are, all else as bytes.

    Raises:
        BrokenBlockError: It is not written so.
    """
    at = 0
    while at < len(content):
        key, at = varint(content, at)
        match key & 7:
            case 0:
                value, at = varint(content, at)
                yield key >> 3, value
                continue
            case 1:
                length = 8
            case 2:
                length, at = varint(content, at)
            case 5:
                length = 4
            case _:
                raise BrokenBlockError
        if at + length > len(content):
            raise BrokenBlockError
        yield key >> 3, content[at : at + length]
        at += length


def _blocks(untrusted: bytes, most_bytes: int) -> Iterator[bytes]:
    at, left = 0, most_bytes
    while at + 4 <= len(untrusted):
        kind, low, high = struct.unpack_from("<BHB", untrusted, at)
        length = low | high << 16
        if kind != _BLOCK or at + 4 + length > len(untrusted):
            raise BrokenBlockError
        block = unpacked(untrusted[at + 4 : at + 4 + length])
        left -= len(block)
        if left < 0:
            raise BrokenBlockError
        yield block
        at += 4 + length
