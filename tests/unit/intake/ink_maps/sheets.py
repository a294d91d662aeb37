"""Sheets of paper as maps of their ink."""

from __future__ import annotations

import zlib
from random import Random

import numpy as np

from kashf.intake.ink_maps.ink_map import Ink


def sheet(printed: str, filled: str = "", *, fields: int = 14, changed: tuple[int, ...] = ()) -> Ink:
    """Return a sheet with lines of strokes: their right half as printed, their left as filled in; some fields are filled in otherwise."""
    cells = np.zeros((256, 180), bool)
    for number in range(fields):
        top = 12 + 17 * number
        _scribble(cells, Random(f"{printed} {number}"), top, 95, 170)
        if filled:
            _scribble(cells, Random(f"{filled} {number}{' otherwise' if number in changed else ''}"), top, 10, 85)
    return cells


def packed(ink: Ink) -> bytes:
    """Return a map as it comes out of the sandbox."""
    return bytes((ink.shape[0] - 1, ink.shape[1] - 1)) + zlib.compress(np.packbits(ink).tobytes())


def _scribble(cells: Ink, random: Random, top: int, left: int, right: int) -> None:
    row, column = top + 4, left
    while column < right:
        row = min(top + 8, max(top, row + random.choice((-2, -1, 0, 1, 2))))
        cells[row : row + 2, column : column + 2] = random.random() < 0.85
        column += 1
