"""Snappy without its frames and checksums, as .iwa files keep it. Source: github.com/google/snappy, format_description.txt."""

from __future__ import annotations

from typing import Final

#: Bytes of one block when it is unpacked; Apple's have 64 KiB.
MOST_BYTES: Final = 1 << 20
#: Lengths of a literal from this one on stand in one to four bytes behind the tag.
_LONG_LITERAL: Final = 60


class BrokenBlockError(Exception):
    """Bytes are no block of snappy."""


def unpacked(block: bytes) -> bytes:
    r"""Return what a block holds.

    >>> unpacked(b"\x0c\x0cmill\x1a\x04\x00\x00!")
    b'millmillmil!'

    Raises:
        BrokenBlockError: It breaks off, points before its beginning, or is not as long as it says.
    """
    length, at = varint(block, 0)
    if length > MOST_BYTES:
        raise BrokenBlockError
    out = bytearray()
    try:
        while at < len(block) and len(out) <= length:
            kind, tag = block[at] & 3, block[at] >> 2
            at += 1
            if kind == 0:
                extra = max(0, tag - _LONG_LITERAL + 1)
                size = 1 + (int.from_bytes(block[at : at + extra], "little") if extra else tag)
                at += extra
                out += block[at : at + size]
                at += size
                continue
            size = 4 + (tag & 7) if kind == 1 else 1 + tag
            width = (1, 2, 4)[kind - 1]
            offset = int.from_bytes(block[at : at + width], "little") + ((tag >> 3 << 8) if kind == 1 else 0)
            at += width
            _copy(out, offset, size)
    except IndexError as error:
        raise BrokenBlockError from error
    if len(out) != length:
        raise BrokenBlockError
    return bytes(out)


def varint(content: bytes, at: int) -> tuple[int, int]:
    """Return a number of variable length and where the next begins.

    Raises:
        BrokenBlockError: It does not end, or is longer than ten bytes.
    """
    value = 0
    for shift in range(0, 70, 7):
        if at >= len(content):
            break
        value |= (content[at] & 0x7F) << shift
        at += 1
        if content[at - 1] < 0x80:
            return value, at
    raise BrokenBlockError


def _copy(out: bytearray, offset: int, size: int) -> None:
    """Add bytes that stand `offset` before the end, over and over where they are fewer than `size`."""
    if not 0 < offset <= len(out):
        raise BrokenBlockError
    piece = out[len(out) - offset :][:size]
    out += (piece * (size // len(piece) + 1))[:size]
