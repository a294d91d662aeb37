"""Strokes longer than any letter has: what is left of rules and boxes that lean, taken out of the ink and kept as walls."""

from __future__ import annotations

import numpy as np

from kashf.sandboxed.ocr.components import Components, long_runs
from kashf.sandboxed.ocr.lines import Ink
from kashf.sandboxed.ocr.ruled_lines import Rule

#: Times the height of a letter that a straight stroke has at least, level and upright; how thick an upright one is at most.
_LEVEL, _UPRIGHT, _THICK = 4.5, 2.6, 0.4
#: Pixels around a stroke in which what is left of it lies, and the share of a piece of ink that lies there then.
_AROUND, _LEFT_OVER = 2, 0.75


def without_strokes(ink: Ink, letter: float) -> tuple[Ink, list[Rule]]:
    """Return ink without long straight strokes, and the upright ones of them."""
    level = long_runs(ink, round(_LEVEL * letter))
    upright = _thin(long_runs(ink.T, round(_UPRIGHT * letter)).T, round(_THICK * letter))
    strokes = level | upright
    if not strokes.any():
        return ink, []
    left = Components.of(ink & ~strokes)
    near = _spread(strokes)
    starts, ends, of = left.runs
    sums = np.concatenate(([0], np.cumsum(np.pad(near, ((0, 0), (0, 1))).ravel())))
    beside = np.bincount(of, sums[ends] - sums[starts], left.area.size)
    walls = Components.of(upright)
    rules = [Rule(*(int(edge) for edge in edges)) for edges in zip(walls.left, walls.top, walls.right, walls.bottom, strict=True)]
    return left.ink(beside < _LEFT_OVER * left.area), rules


def _thin(upright: Ink, most: int) -> Ink:
    """Return the strokes without those that are as thick as a blot."""
    found = Components.of(upright)
    return found.ink(found.area <= max(3, most) * found.height)


def _spread(ink: Ink) -> Ink:
    """Return the ink with some pixels around it."""
    spread = ink.copy()
    for _ in range(_AROUND):
        grown = spread.copy()
        grown[1:] |= spread[:-1]
        grown[:-1] |= spread[1:]
        grown[:, 1:] |= spread[:, :-1]
        grown[:, :-1] |= spread[:, 1:]
        spread = grown
    return spread
