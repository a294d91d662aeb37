"""Gutters: upright strips without ink between columns of text or of a register, where no line goes through."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from kashf.sandboxed.ocr.lines import Ink, runs_of
from kashf.sandboxed.ocr.ruled_lines import Rule

#: Times the height of a letter: how wide a gutter is at least, and how far beside it there is writing.
_WIDE, _BESIDE = 1.5, 14.0
#: Times the pitch: how high it is at least; share of its rows that have writing on either side.
_HIGH, _WRITTEN = 4.6, 0.4
#: Share of the height of the highest strip of a gutter that the others have.
_ALIKE = 0.9


def find_gutters(ink: Ink, *, letter: float, pitch: float) -> tuple[Rule, ...]:
    """Return the gutters of a level page, from left to right."""
    step = max(2, round(letter / 3))
    if ink.shape[1] < 12 * step or ink.shape[0] < _HIGH * pitch:
        return ()
    binned = np.logical_or.reduceat(ink, np.arange(0, ink.shape[1], step), axis=1)
    count, reach = max(2, round(_WIDE * letter / step)), round(_BESIDE * letter / step)
    found = [
        (place, start, end)
        for place in range(1, binned.shape[1] - count)
        for start, end in _stretches(binned, place, count, reach, least=_HIGH * pitch)
    ]
    return tuple(_joined(found, step, count))


def _stretches(binned: Ink, place: int, count: int, reach: int, *, least: float) -> Iterator[tuple[int, int]]:
    """Yield the stretches of rows in which some columns are empty between writing on both sides."""
    empty = np.asarray(~binned[:, place : place + count].any(axis=1))
    if empty.sum() < least:
        return
    before = np.asarray(binned[:, max(0, place - reach) : place].any(axis=1))
    after = np.asarray(binned[:, place + count : place + count + reach].any(axis=1))
    for start, end in runs_of(empty):
        both = np.flatnonzero(before[start:end] & after[start:end]) + start
        if not both.size or both[-1] - both[0] < 0.8 * least:
            continue
        first, last = int(both[0]), int(both[-1]) + 1
        if min(before[first:last].mean(), after[first:last].mean()) >= _WRITTEN:
            yield first, last


def _joined(found: list[tuple[int, int, int]], step: int, count: int) -> Iterator[Rule]:
    """Yield one gutter for the strips side by side that are empty in the same rows, the highest of them first."""
    left = sorted(found, key=lambda strip: strip[1] - strip[2])
    while left:
        _, start, end = left[0]
        alike = [place for place, top, bottom in left if bottom - top >= _ALIKE * (end - start) and top < end and bottom > start]
        run = _around(left[0][0], set(alike))
        x = round((run[len(run) // 2] + count / 2) * step)
        yield Rule(x, start, x, end)
        left = [strip for strip in left if not (run[0] - count <= strip[0] <= run[-1] + count and strip[1] < end and strip[2] > start)]


def _around(place: int, places: set[int]) -> list[int]:
    """Return the places side by side with one."""
    first = last = place
    while first - 1 in places:
        first -= 1
    while last + 1 in places:
        last += 1
    return list(range(first, last + 1))
