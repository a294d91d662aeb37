"""Where on a page there is ink, cell by cell, as it comes out of the sandbox."""

from __future__ import annotations

import zlib
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kashf.domain.document import INK_GRID

#: Whether there is ink, by row and column; no side is longer than `INK_GRID`.
Ink = NDArray[np.bool_]

#: Bytes of one packed map, at most.
MOST_BYTES: Final = 2 + INK_GRID * INK_GRID // 8 + 64


def unpacked(untrusted: bytes) -> Ink:
    """Return where there is ink.

    Raises:
        ValueError: The bytes do not say so.
    """
    if not 2 < len(untrusted) <= MOST_BYTES:
        raise ValueError("ink print: too short or too long")
    rows, columns = untrusted[0] + 1, untrusted[1] + 1
    expected = (rows * columns + 7) // 8
    try:
        packed = zlib.decompressobj().decompress(untrusted[2:], expected + 1)
    except zlib.error:
        raise ValueError("ink print: not compressed") from None
    if len(packed) != expected:
        raise ValueError("ink print: not of its size")
    return np.unpackbits(np.frombuffer(packed, np.uint8), count=rows * columns).reshape(rows, columns).astype(bool)
