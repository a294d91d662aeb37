"""Ridges of ink: the blurred writing of a line is a ridge that runs along it, however the line slopes and bends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kashf.sandboxed.ocr.components import Components, long_runs
from kashf.sandboxed.ocr.lines import Ink
from kashf.sandboxed.ocr.ruled_lines import Rule

Field = NDArray[np.float32]
Labels = NDArray[np.int32]

#: Windows of the blur: times the height of a letter along a line, shares of the pitch across it; and of what a ridge stands out of.
_ALONG, _ACROSS, _AROUND = 2.6, 0.3, 1.0
#: Share of the pitch: a ridge that is higher has grown together with the next.
_BRIDGE = 0.75
#: Share of the strength of usual ridges below which there is none.
_WEAK = 0.14
#: Times the height of a letter: strips in which lines are level enough to be told apart by their rows.
_STRIP = 7.0
#: Likeness in [-1..1] of a page with itself one line further down, from which on that is its pitch.
_ALIKE = 0.12
#: Times the height of a letter: the pitch of a page that has too few lines to show one; and the least and the most that it can be.
_USUAL_PITCH, _LEAST_PITCH, _MOST_PITCH = 2.4, 1.1, 7.0


@dataclass(frozen=True, slots=True)
class Ridge:
    """One piece of a line.

    Args:
        left: First column.
        middles: Row of its middle in each of its columns.
        mass: Ink under it.
    """

    left: int
    middles: NDArray[np.float64]
    mass: float

    @property
    def right(self) -> int:
        """One past the last column."""
        return self.left + int(self.middles.size)

    @property
    def width(self) -> int:
        """Columns."""
        return int(self.middles.size)

    def slope(self, reach: int, *, at_right: bool) -> float:
        """Return rows for each column near one of its ends; 0.0 for a short one."""
        part = self.middles[-reach:] if at_right else self.middles[:reach]
        if part.size < 0.8 * reach:
            return 0.0
        third = max(1, part.size // 3)
        return float((part[-third:].mean() - part[:third].mean()) / (part.size - third))

    def end(self, reach: int, *, at_right: bool) -> float:
        """Return the row at one of its ends."""
        part = self.middles[-reach:] if at_right else self.middles[:reach]
        return float(part.mean())


def pitch_of(ink: Ink, letter: float) -> float:
    """Return the distance from line to line in rows, as most of the page has it."""
    usual = _USUAL_PITCH * letter
    wide = int(_STRIP * letter)
    if ink.shape[0] < 4 * letter or wide < 4:
        return usual
    strips = np.add.reduceat(ink, np.arange(0, ink.shape[1], wide), axis=1, dtype=np.float32)
    strips = _blurred(strips, max(1, round(letter / 4)), axis=0)
    strips -= strips.mean(axis=0)
    spectrum = np.fft.rfft(strips, 2 * ink.shape[0], axis=0)
    likeness = np.fft.irfft((spectrum * np.conj(spectrum)).sum(axis=1))[: ink.shape[0]]
    if likeness[0] <= 0:
        return usual
    likeness /= likeness[0]
    low, high = int(_LEAST_PITCH * letter), int(min(_MOST_PITCH * letter, ink.shape[0] / 2))
    rising = np.flatnonzero(np.diff(likeness[low:high]) > 0)
    if not rising.size:
        return usual
    first = low + int(rising[0])
    peak = first + int(np.argmax(likeness[first:high]))
    near = [
        place for place in range(first + 1, peak) if likeness[place] >= max(likeness[place - 1], likeness[place + 1], 0.8 * likeness[peak])
    ]
    return float(near[0] if near else peak) if likeness[peak] > _ALIKE else usual


def find_ridges(ink: Ink, *, letter: float, pitch: float, walls: Sequence[Rule]) -> tuple[Ridge, ...]:
    """Return the ridges of some ink; none goes through a wall, or over from one line to the next."""
    along, across = max(3, round(_ALONG * letter)), max(1, round(_ACROSS * pitch))
    field = _blurred(_blurred(ink.astype(np.float32), along, axis=1), across, axis=0)
    around = _blurred(field, max(3, round(_AROUND * pitch)), axis=0)
    usual = float(np.percentile(field[ink], 75)) if ink.any() else 0.0
    is_ridge = (field > around) & (field > _WEAK * usual)
    is_ridge &= ~long_runs(is_ridge.T, int(_BRIDGE * pitch) + 1).T
    for wall in walls:
        middle = (wall.left + wall.right) // 2
        is_ridge[max(0, wall.top) : wall.bottom, max(0, middle - 1) : middle + 2] = False
    return tuple(_traced(field, ink, Components.of(is_ridge)))


def _traced(field: Field, ink: Ink, found: Components) -> list[Ridge]:
    labels = labelled(found)
    columns = field.shape[1]
    rows, places = np.nonzero(labels >= 0)
    of = labels[rows, places].astype(np.int64) * columns + places
    size = found.area.size * columns
    weight = np.bincount(of, field[rows, places], size).reshape(-1, columns)
    middle = np.bincount(of, field[rows, places] * rows, size).reshape(-1, columns)
    mass = np.bincount(labels[rows, places], ink[rows, places], found.area.size)
    ridges = []
    for number in range(found.area.size):
        span = slice(int(found.left[number]), int(found.right[number]))
        ridges.append(Ridge(span.start, middle[number, span] / np.maximum(weight[number, span], 1e-9), float(mass[number])))
    return ridges


def labelled(found: Components) -> Labels:
    """Return of each pixel the number of its component, or -1."""
    starts, ends, of = found.runs
    wide = found.shape[1] + 1
    lengths = ends - starts
    places = np.repeat(starts - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths) + np.arange(lengths.sum())
    image = np.full(found.shape[0] * wide, -1, np.int32)
    image[places] = np.repeat(of, lengths)
    return image.reshape(found.shape[0], wide)[:, :-1]


def _blurred(values: Field, window: int, *, axis: int) -> Field:
    """Return the values, each the mean of those around it, twice."""
    for _ in range(2):
        before, after = window // 2, window - 1 - window // 2
        padding = [(0, 0)] * values.ndim
        padding[axis] = (before + 1, after)
        sums = np.cumsum(np.pad(values, padding), axis=axis, dtype=np.float64)
        upper = np.take(sums, np.arange(window, sums.shape[axis]), axis=axis)
        lower = np.take(sums, np.arange(0, sums.shape[axis] - window), axis=axis)
        values = ((upper - lower) / window).astype(np.float32)
    return values
