"""Columns and rows of a page: in what order the lines of a page are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kashf.sandboxed.ocr.components import Components
from kashf.sandboxed.ocr.lines import Ink, Line, find_lines, runs_of
from kashf.sandboxed.ocr.ruled_lines import Rules

#: Times the height of a letter: the narrowest gutter between columns, and the narrowest column of running text.
_GUTTER, _COLUMN = 1.3, 9.0
#: Lines on both sides of a gutter, at least.
_LINES = 4
#: How long the usual line of running text is, as a share of the longest of its column; cells of a table differ more.
_FULL = 0.66
#: Most columns of running text side by side.
_MOST_COLUMNS = 4
#: Pixels: smallest height of a letter that can be told from dirt.
_LEAST_LETTER = 5.0


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of a page from edge to edge.

    Args:
        columns: From left to right, each with its lines from top to bottom; most bands have one.
    """

    columns: tuple[tuple[Line, ...], ...]


def letter_height(found: Components) -> float:
    """Return the height of most of the letters in pixels; rules, borders and pictures are larger, dots and dirt smaller."""
    rows, columns = found.shape
    fits = (found.area >= 6) & (found.height >= 3) & (found.height < max(40, rows / 10)) & (found.width < max(60, columns / 4))
    if not fits.any():
        return _LEAST_LETTER
    heights, areas = found.height[fits], found.area[fits]
    order = np.argsort(heights)
    reached = np.cumsum(areas[order])
    return max(_LEAST_LETTER, float(heights[order][np.searchsorted(reached, reached[-1] / 2)]))


def find_layout(ink: Ink, *, letter: float, rules: Rules) -> tuple[Band, ...]:
    """Return the bands of a level page from top to bottom.

    Args:
        ink: Of writing, without rules.
        letter: Height of most letters in pixels.
        rules: Those that were taken out of the ink.
    """
    return tuple(band for band in _bands(ink, 0, letter, rules) if any(band.columns))


def _bands(ink: Ink, top: int, letter: float, rules: Rules) -> Iterator[Band]:
    """Yield the bands of a stretch of the page that begins at row `top`."""
    if not ink.any():
        return
    cut = None if len(rules.upright) > 2 else _columns(ink, letter)
    if cut is None:
        yield Band((_placed(_parted(ink, top, rules), top, 0, rules, letter),))
        return
    first, last, edges = cut
    yield from _bands(ink[:first], top, letter, rules)
    yield Band(tuple(_placed(ink[first:last, left:right], top + first, left, rules, letter) for left, right in pairwise(edges)))
    yield from _bands(ink[last:], top + last, letter, rules)


def _parted(ink: Ink, top: int, rules: Rules) -> Ink:
    """Return ink with nothing where long level rules were, so that no line of writing grows over one."""
    long = [rule for rule in rules.level if rule.right - rule.left > 0.3 * ink.shape[1] and top <= rule.top < top + ink.shape[0]]
    if not long or len(rules.upright) < 2:
        return ink
    parted = ink.copy()
    for rule in long:
        parted[rule.top - top : rule.bottom - top] = False
    return parted


def _placed(ink: Ink, top: int, left: int, rules: Rules, letter: float) -> tuple[Line, ...]:
    """Return the lines of a part of the page as lines of the page, cells parted where an upright rule stands between them."""
    lines = (Line(line.top + top, line.bottom + top, tuple(_cells(ink, line, top, left, rules))) for line in find_lines(ink, letter=letter))
    return tuple(line for line in lines if line.cells)


def _cells(ink: Ink, line: Line, top: int, left: int, rules: Rules) -> Iterator[tuple[int, int]]:
    middle = top + (line.top + line.bottom) / 2
    walls = sorted((rule.left + rule.right) // 2 - left for rule in rules.upright if rule.top <= middle <= rule.bottom)
    for cell in line.cells:
        for start, end in pairwise((cell[0], *(wall for wall in walls if cell[0] + 2 < wall < cell[1] - 2), cell[1])):
            inked = np.flatnonzero(ink[line.top : line.bottom, start:end].any(axis=0))
            if inked.size:
                yield left + start + int(inked[0]), left + start + int(inked[-1]) + 1


def _columns(ink: Ink, letter: float) -> tuple[int, int, list[int]] | None:
    """Return first and one past the last row of a stretch in columns of running text, and the edges of the columns; None without one."""
    best = max(_gutters(ink, letter), default=None)
    if best is None:
        return None
    _, _, first, last, gutter = best
    edges = [0, *_parts(ink[first:last, :gutter], 0, letter), gutter, *_parts(ink[first:last, gutter:], gutter, letter), ink.shape[1]]
    if len(edges) - 1 > _MOST_COLUMNS:
        return None
    stretch = ink[first:last]
    if all(_is_running(stretch[:, left:right], letter) for left, right in pairwise(edges)):
        return first, last, edges
    return None


def _parts(ink: Ink, left: int, letter: float) -> list[int]:
    """Return where gutters run through most of the height of a column."""
    best = max(_gutters(ink, letter), default=None)
    if best is None or best[3] - best[2] < 0.8 * ink.shape[0]:
        return []
    gutter = best[4]
    return [*_parts(ink[:, :gutter], left, letter), left + gutter, *_parts(ink[:, gutter:], left + gutter, letter)]


def _gutters(ink: Ink, letter: float) -> Iterator[tuple[int, int, int, int, int]]:
    """Yield for upright strips without ink between enough lines: lines on both sides, width there, first and last row, middle."""
    step, high, wide = max(2, int(letter / 3)), max(2, int(letter / 5)), _GUTTER * letter
    if ink.shape[1] < 4 * wide or ink.shape[0] < 4 * letter:
        return
    by_row = np.logical_or.reduceat(ink, np.arange(0, ink.shape[0], high), axis=0)
    binned = np.logical_or.reduceat(by_row, np.arange(0, ink.shape[1], step), axis=1)
    count, least = max(1, round(wide / step)), 0.5 * letter / high
    for place, empty in _strips(binned, count, least=_LINES * least):
        first, last = max(runs_of(empty), key=lambda run: run[1] - run[0], default=(0, 0))
        if high * (last - first) < 6 * letter:
            continue
        stretch = binned[first:last]
        lines = min(_lines(stretch[:, :place], least), _lines(stretch[:, place + count :], least))
        if lines < _LINES:
            continue
        around = np.flatnonzero(stretch.any(axis=0))
        left, right = around[around < place].max(initial=0), around[around >= place + count].min(initial=binned.shape[1] - 1)
        yield lines, int(right - left), high * first, min(ink.shape[0], high * last), int((left + right + 1) * step // 2)


def _strips(binned: Ink, count: int, *, least: float) -> Iterator[tuple[int, Ink]]:
    """Yield where strips of some columns begin, and in which rows they are empty: those that are beside enough ink on both sides."""
    inked: NDArray[np.int32] = np.cumsum(np.pad(binned, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    is_empty = inked[:, count:] == inked[:, :-count]
    before, after = is_empty & (inked[:, :-count] > 0), is_empty & (inked[:, count:] < inked[:, -1:])
    is_between = (before.sum(axis=0) >= least) & (after.sum(axis=0) >= least)
    yield from ((int(place), is_empty[:, place]) for place in np.flatnonzero(is_between))


def _lines(binned: Ink, least: float) -> int:
    """Return how many lines of writing there are in a part of the page."""
    rows = np.asarray(binned.any(axis=1))
    return sum(1 for start, end in runs_of(rows) if end - start >= least)


def _is_running(ink: Ink, letter: float) -> bool:
    """Tell whether a column is of running text, whose lines are long and fill it."""
    widths = [line.cells[-1][1] - line.cells[0][0] for line in find_lines(ink)]
    if len(widths) < _LINES:
        return False
    usual = float(np.median(widths))
    return usual >= _COLUMN * letter and usual >= _FULL * max(widths)
