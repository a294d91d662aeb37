"""The lines of a level page, each with the ink that is its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kashf.sandboxed.ocr.components import Components
from kashf.sandboxed.ocr.lines import Ink
from kashf.sandboxed.ocr.ruled_lines import Rule
from kashf.sandboxed.ocr.tracing.chains import chained
from kashf.sandboxed.ocr.tracing.ridges import Labels, Ridge, find_ridges, labelled

#: Times the height of a letter by which a line goes on beyond its ridge; shares of the pitch within which ink belongs to a line.
_BEYOND, _NEAR = 1.6, 0.8
#: Shares of the pitch: what is higher is letters that touch over two lines, or a stamp, and is parted; how far from the middle then.
_JOINED, _PARTED_NEAR = 1.45, 0.6
#: Share of the ink of a piece that lies nearest to one line, from which on all of it is of that line.
_MOSTLY, _NEARLY_ALL = 0.6, 0.85
#: Times the square of the height of a letter: the least ink of a line; times the height: the least height.
_LEAST_INK, _LEAST_HEIGHT = 0.1, 0.4


@dataclass(frozen=True, slots=True)
class Traced:
    """One line of a level page, in pixels; ends are one past the last.

    Args:
        left: First column of its ink.
        right: Of its last ink.
        tops: First row of its ink in each of some stretches of equal width from `left` to `right`.
        bottoms: Of its last ink there.
        middle: Row about which its ink lies.
        ink: Pixels of it.
    """

    left: int
    right: int
    tops: tuple[int, ...]
    bottoms: tuple[int, ...]
    middle: float
    ink: int

    @property
    def top(self) -> int:
        """First row."""
        return min(self.tops)

    @property
    def bottom(self) -> int:
        """One past the last row."""
        return max(self.bottoms)


def trace(ink: Ink, *, letter: float, pitch: float, walls: Sequence[Rule]) -> tuple[Traced, ...]:
    """Return the lines of some ink, in no order.

    Args:
        ink: What may be writing.
        letter: Height of most letters in pixels.
        pitch: Distance from line to line.
        walls: What no line goes through.
    """
    ridges = find_ridges(ink, letter=letter, pitch=pitch, walls=walls)
    chains = chained(ridges, letter=letter, pitch=pitch, walls=walls)
    parts = [[ridges[number] for number in chain] for chain in chains]
    middles = [_middle(part, _room(part, ink.shape[1], walls), beyond=round(_BEYOND * letter)) for part in parts]
    owner = _owners(ink, Components.of(ink), middles, pitch=pitch)
    return _lines(owner, len(chains), letter=letter)


def _room(parts: Sequence[Ridge], columns: int, walls: Sequence[Rule]) -> tuple[int, int]:
    """Return first column and one past the last to which a line may go on: up to the walls beside it."""
    left, right = parts[0].left, parts[-1].right
    before, after = parts[0].middles[0], parts[-1].middles[-1]
    middle = (left + right) / 2
    lefts = [wall.right for wall in walls if wall.top <= before < wall.bottom and wall.right <= middle and wall.right <= left + 3]
    rights = [wall.left for wall in walls if wall.top <= after < wall.bottom and wall.left >= middle and wall.left >= right - 3]
    return max([0, *lefts]), min([columns, *rights])


def _middle(parts: Sequence[Ridge], room: tuple[int, int], *, beyond: int) -> tuple[int, NDArray[np.float64]]:
    """Return first column and rows of the middle of a line, between its ridges and a little beyond them."""
    places = np.concatenate([np.arange(part.left, part.right) for part in parts])
    rows = np.concatenate([part.middles for part in parts])
    order = np.argsort(places, kind="stable")
    left, right = max(room[0], int(places.min()) - beyond), min(room[1], int(places.max()) + 1 + beyond)
    return left, np.interp(np.arange(left, right), places[order], rows[order])


def _owners(ink: Ink, found: Components, middles: Sequence[tuple[int, NDArray[np.float64]]], *, pitch: float) -> Labels:
    """Return of each pixel of ink the number of its line, or -1."""
    nearest, away = _nearest(ink.shape, middles)
    piece = labelled(found)
    piece[~ink] = -1
    rows, columns = np.nonzero(piece >= 0)
    of, line, distance = piece[rows, columns].astype(np.int64), nearest[rows, columns], away[rows, columns]
    count = len(middles) + 1
    sums = np.bincount(of, minlength=found.area.size)
    codes, numbers = np.unique(of * count + line + 1, return_counts=True)
    best, share = np.full(found.area.size, -1, np.int32), np.zeros(found.area.size)
    for code, number in zip(codes.tolist(), numbers.tolist(), strict=True):
        whose, which = divmod(code, count)
        if which and number > share[whose] * sums[whose]:
            best[whose], share[whose] = which - 1, number / sums[whose]
    closest = np.full(found.area.size, np.inf)
    np.minimum.at(closest, of, distance)
    is_whole = (
        ((share >= _NEARLY_ALL) | ((share >= _MOSTLY) & (found.height <= pitch)))
        & (found.height <= _JOINED * pitch)
        & (closest <= _NEAR * pitch)
    )
    parted = np.where(distance <= _PARTED_NEAR * pitch, line, -1)
    owner = np.full(ink.shape, -1, np.int32)
    owner[rows, columns] = np.where(is_whole[of], best[of], np.where(closest[of] <= _NEAR * pitch, parted, -1))
    return owner


def _nearest(shape: tuple[int, ...], middles: Sequence[tuple[int, NDArray[np.float64]]]) -> tuple[Labels, NDArray[np.float32]]:
    """Return of each pixel the line whose middle is nearest above or below it, and how far that is; -1 where there is none."""
    seeds = np.full(shape, -1, np.int32)
    for number, (left, rows) in enumerate(middles):
        seeds[np.clip(np.rint(rows).astype(np.int64), 0, shape[0] - 1), np.arange(left, left + rows.size)] = number
    places = np.arange(shape[0])[:, None]
    above = np.maximum.accumulate(np.where(seeds >= 0, places, -1), axis=0)
    below = np.minimum.accumulate(np.where(seeds >= 0, places, 2 * shape[0])[::-1], axis=0)[::-1]
    up = np.where(above >= 0, places - above, 4 * shape[0])
    down = np.where(below < 2 * shape[0], below - places, 4 * shape[0])
    source = np.where(up <= down, above, below)
    is_there = np.minimum(up, down) < 4 * shape[0]
    line = np.take_along_axis(seeds, np.clip(source, 0, shape[0] - 1), axis=0)
    return np.where(is_there, line, -1), np.where(is_there, np.minimum(up, down), np.inf).astype(np.float32)


def _lines(owner: Labels, count: int, *, letter: float) -> tuple[Traced, ...]:
    rows, columns = np.nonzero(owner >= 0)
    of = owner[rows, columns]
    order = np.argsort(of, kind="stable")
    rows, columns, of = rows[order], columns[order], of[order]
    edges = np.searchsorted(of, np.arange(count + 1))
    lines = (_line(rows[start:end], columns[start:end], letter) for start, end in pairwise(edges) if end > start)
    return tuple(line for line in lines if line.ink >= _LEAST_INK * letter * letter and line.bottom - line.top >= _LEAST_HEIGHT * letter)


def _line(rows: NDArray[np.int64], columns: NDArray[np.int64], letter: float) -> Traced:
    left, right = int(columns.min()), int(columns.max()) + 1
    count = max(1, min(24, round((right - left) / (3 * letter))))
    stretch = (columns - left) * count // (right - left)
    tops, bottoms = np.full(count, np.iinfo(np.int64).max), np.full(count, -1)
    np.minimum.at(tops, stretch, rows)
    np.maximum.at(bottoms, stretch, rows + 1)
    filled = bottoms >= 0
    return Traced(left, right, tuple(_spread(tops, filled)), tuple(_spread(bottoms, filled)), float(np.median(rows)), int(rows.size))


def _spread(values: NDArray[np.int64], filled: NDArray[np.bool_]) -> list[int]:
    """Return the values, an empty stretch as the filled one before it."""
    places = np.maximum.accumulate(np.where(filled, np.arange(values.size), 0))
    return [int(value) for value in values[places]]
