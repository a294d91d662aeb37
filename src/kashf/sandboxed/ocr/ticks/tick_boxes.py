"""Boxes to tick on a page image: small square frames, empty or with ink in them; readers of lines take them for letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from kashf.sandboxed.ocr.components import Components

#: Times the height of a letter that a side of a box has; how much longer one side may be.
_SMALLEST, _LARGEST, _SQUARE = 0.85, 2.0, 1.3
#: Pixels of the smallest box in which ink can be told from its frame, and share of a side that the frame may take up.
_LEAST, _RIM = 8, 0.22
#: Share of a side that is ink where it is straight.
_STRAIGHT = 0.85
#: Share of the inside that is ink where it is empty at most, and where it is ticked at least and at most: a dot is full of it.
_EMPTY, _TICKED, _SOLID = 0.06, 0.14, 0.85


@dataclass(frozen=True, slots=True)
class TickBox:
    """A box.

    Args:
        left, top, right, bottom: Of its frame, in pixels of the ink; ends are one past the last.
        is_ticked: Whether something is written in it.
    """

    left: int
    top: int
    right: int
    bottom: int
    is_ticked: bool


def find_tick_boxes(found: Components, *, letter: float) -> Iterator[TickBox]:
    """Yield the boxes among the ink of a level page.

    Args:
        found: Its ink.
        letter: Height of most letters in pixels.
    """
    small, large = max(_LEAST, _SMALLEST * letter), _LARGEST * letter
    sides = (found.width >= small) & (found.height >= small) & (found.width <= large) & (found.height <= large)
    square = (found.width <= _SQUARE * found.height) & (found.height <= _SQUARE * found.width)
    likely = np.flatnonzero(sides & square)
    if not likely.size:
        return
    ink = found.ink(np.ones(found.area.size, bool))
    for at in likely:
        left, top, right, bottom = (int(edge[at]) for edge in (found.left, found.top, found.right, found.bottom))
        part = ink[top:bottom, left:right]
        edges = (part[:2].any(axis=0), part[-2:].any(axis=0), part[:, :2].any(axis=1), part[:, -2:].any(axis=1))
        if min(float(edge.mean()) for edge in edges) < _STRAIGHT:
            continue
        rim = max(2, round(_RIM * min(part.shape)))
        inked = float(part[rim:-rim, rim:-rim].mean())
        if inked <= _EMPTY or _TICKED <= inked <= _SOLID:
            yield TickBox(left, top, right, bottom, inked >= _TICKED)
