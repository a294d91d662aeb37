"""Connected stretches of ink: letters, dots, rules, stamps, borders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from kashf.sandboxed.ocr.lines import Ink

Numbers = NDArray[np.int64]

#: Times the height of a letter: a smaller piece is a dot or dirt; how far around letters dots are, in steps of a third of it.
_DOT, _STEPS_AROUND = 0.3, 2
#: Times the height of a letter, both ways, and share of its place that is ink at most: a larger piece is the ring of a stamp, no word.
_RING, _HOLLOW = 6.0, 0.12


@dataclass(frozen=True, slots=True)
class Components:
    """The connected components of some ink, one place of each array for each; ends are one past the last.

    Args:
        shape: Rows and columns of the ink.
        left: First column.
        top: First row.
        right: One past the last column.
        bottom: One past the last row.
        area: Pixels.
        runs: First and one past the last pixel of each run of ink, counted row after row, and the component it belongs to.
    """

    shape: tuple[int, int]
    left: Numbers
    top: Numbers
    right: Numbers
    bottom: Numbers
    area: Numbers
    runs: tuple[Numbers, Numbers, Numbers]

    @classmethod
    def of(cls, ink: Ink) -> Self:
        """Return the components of `ink`; pixels that touch at a corner are connected."""
        starts, ends = runs_by_row(ink)
        wide = ink.shape[1] + 1
        labels = _joined(starts, ends, wide)
        count = int(labels.max(initial=-1)) + 1
        rows, first, last = starts // wide, starts % wide, (ends - 1) % wide + 1
        left, top = (_outermost(np.minimum, labels, values, ink.size) for values in (first, rows))
        right, bottom = (_outermost(np.maximum, labels, values, 0) for values in (last, rows + 1))
        area = np.bincount(labels, ends - starts, count).astype(np.int64)
        return cls((ink.shape[0], ink.shape[1]), left, top, right, bottom, area, (starts, ends, labels))

    @property
    def height(self) -> Numbers:
        """Rows from top to bottom."""
        return self.bottom - self.top

    @property
    def width(self) -> Numbers:
        """Columns from left to right."""
        return self.right - self.left

    def ink(self, chosen: NDArray[np.bool_]) -> Ink:
        """Return the ink of some of the components."""
        starts, ends, labels = self.runs
        of_chosen = chosen[labels]
        return _filled(self.shape, starts[of_chosen], ends[of_chosen])


def _outermost(of: np.ufunc, labels: Numbers, values: Numbers, beyond: int) -> Numbers:
    """Return the least or greatest of the values of each component."""
    edge = np.full(int(labels.max(initial=-1)) + 1, beyond, np.int64)
    of.at(edge, labels, values)
    return edge


def runs_by_row(ink: Ink) -> tuple[Numbers, Numbers]:
    """Return first and one past the last pixel of each run, counted in rows that are one pixel longer, so that no run goes on."""
    padded = np.zeros((ink.shape[0], ink.shape[1] + 1), np.int8)
    padded[:, :-1] = ink
    steps = np.diff(padded.ravel(), prepend=np.int8(0))
    return np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)


def long_runs(ink: Ink, least: int) -> Ink:
    """Return the ink in runs along its rows of at least some length."""
    starts, ends = runs_by_row(ink)
    long = ends - starts >= least
    return _filled(ink.shape, starts[long], ends[long])


def _filled(shape: tuple[int, ...], starts: Numbers, ends: Numbers) -> Ink:
    """Return the ink of runs as `runs_by_row` counts them."""
    changes = np.zeros(shape[0] * (shape[1] + 1) + 1, np.int8)
    changes[starts] += 1
    changes[ends] -= 1
    filled: Ink = np.cumsum(changes[:-1], dtype=np.int8).reshape(-1, shape[1] + 1)[:, :-1] > 0
    return filled


def _joined(starts: Numbers, ends: Numbers, wide: int) -> Numbers:
    """Return the number of the component of each run, from 0."""
    first, last = np.searchsorted(ends, starts + wide, "left"), np.searchsorted(starts, ends + wide, "right")
    counts = np.maximum(0, last - first)
    above = np.repeat(np.arange(starts.size), counts)
    below = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + np.repeat(first, counts)
    roots = np.arange(starts.size)
    while (roots[above] != roots[below]).any():
        lower = np.minimum(roots[above], roots[below])
        for side in (above, below):
            np.minimum.at(roots, roots[side], lower)
        while (roots != roots[roots]).any():
            roots = roots[roots]
    return np.unique(roots, return_inverse=True)[1]


def is_dirt(found: Components, letter: float) -> NDArray[np.bool_]:
    """Return which components are specks by themselves: as small as a dot, with no letter near that they could be the dot of."""
    small = (found.height < _DOT * letter) & (found.width < _DOT * letter)
    if not small.any():
        return small
    step = max(1, int(letter / 3))
    near = np.logical_or.reduceat(found.ink(~small), np.arange(0, found.shape[0], step), axis=0)
    near = np.logical_or.reduceat(near, np.arange(0, found.shape[1], step), axis=1)
    for _ in range(_STEPS_AROUND):
        near[1:] |= near[:-1].copy()
        near[:-1] |= near[1:].copy()
        near[:, 1:] |= near[:, :-1].copy()
        near[:, :-1] |= near[:, 1:].copy()
    middles = (found.top + found.bottom) // 2 // step, (found.left + found.right) // 2 // step
    alone: NDArray[np.bool_] = small & ~near[middles]
    return alone


def is_ring(found: Components, letter: float) -> NDArray[np.bool_]:
    """Return which components are large and hollow: rings and frames of stamps, which stand across several lines."""
    is_large = (found.height > _RING * letter) & (found.width > _RING * letter)
    return is_large & (found.area < _HOLLOW * found.height * found.width)
