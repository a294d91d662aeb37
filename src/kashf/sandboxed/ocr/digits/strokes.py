"""Ink of a line as connected strokes, from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kashf.sandboxed.ocr.components import Components
from kashf.sandboxed.ocr.lines import Grey, Ink

Numbers = NDArray[np.float32]

#: Shares of the frame's height: strokes smaller than this are grain; wider ones may be two digits that touch; cuts are this far apart.
_GRAIN, _WIDE, _BETWEEN_CUTS = 0.07, 0.55, 0.2
#: Share of the frame's height: where a wide stroke is cut there is at most this much ink in a column.
_THIN = 0.34
#: Cuts of one stroke, at most; no number is written in one stroke of more.
_MOST_CUTS = 8
#: Share of the highest stroke that others have at least to tell where the digits begin and end.
_TALL = 0.6


@dataclass(frozen=True, slots=True)
class Shape:
    """A stroke: where its box begins, in pixels of the strip, and which pixels of the box are ink."""

    left: int
    top: int
    ink: Ink

    @property
    def right(self) -> int:
        """One past its last column."""
        return self.left + int(self.ink.shape[1])

    @property
    def bottom(self) -> int:
        """One past its last row."""
        return self.top + int(self.ink.shape[0])


@dataclass(frozen=True, slots=True)
class Frame:
    """The first row of the digits of a line, and one past the last."""

    top: int
    bottom: int

    @property
    def height(self) -> int:
        """Pixels."""
        return max(1, self.bottom - self.top)


def darkest(grey: Grey) -> Ink:
    """Return which pixels are ink: darker than the threshold that parts both best (Otsu 1979)."""
    counts = np.bincount(grey.ravel(), minlength=256).astype(np.float64)
    below, sums = np.cumsum(counts), np.cumsum(counts * np.arange(256))
    above = below[-1] - below
    apart = np.square(sums[-1] * below - sums * below[-1]) / np.maximum(below * above, 1.0)
    dark: Ink = grey <= int(np.argmax(apart))
    return dark


def connected(ink: Ink) -> list[Shape]:
    """Return the connected strokes of some ink; corners that touch connect."""
    starts, ends, labels = Components.of(ink).runs
    wide = ink.shape[1] + 1
    order = np.argsort(labels, kind="stable")
    places = starts // wide, starts % wide, (ends - 1) % wide + 1
    parts = np.flatnonzero(np.diff(labels[order])) + 1
    rows, firsts, lasts = (np.split(each[order], parts) for each in places)
    return [_stroke(*each) for each in zip(rows, firsts, lasts, strict=True) if each[0].size]


def shapes_of(strokes: Sequence[Shape]) -> tuple[Shape, ...]:
    """Return connected strokes from left to right, without grain, wide ones cut where they are thin."""
    height = frame_of(strokes).height
    kept = (stroke for stroke in strokes if max(stroke.ink.shape) >= _GRAIN * height)
    parts = [part for stroke in kept for part in _cut(stroke, height)]
    return tuple(sorted(parts, key=lambda part: (part.left + part.right, part.top)))


def frame_of(shapes: Sequence[Shape]) -> Frame:
    """Return where the tall ones of some strokes begin and end, by the median; a frame of one pixel when there are none."""
    if not shapes:
        return Frame(0, 1)
    highest = max(shape.ink.shape[0] for shape in shapes)
    tall = [shape for shape in shapes if shape.ink.shape[0] >= _TALL * highest]
    return Frame(int(np.median([shape.top for shape in tall])), int(np.median([shape.bottom for shape in tall])))


def joined(shapes: Sequence[Shape]) -> Shape:
    """Return strokes as one."""
    if len(shapes) == 1:
        return shapes[0]
    left, top = min(shape.left for shape in shapes), min(shape.top for shape in shapes)
    ink = np.zeros((max(shape.bottom for shape in shapes) - top, max(shape.right for shape in shapes) - left), dtype=np.bool_)
    for shape in shapes:
        ink[shape.top - top : shape.bottom - top, shape.left - left : shape.right - left] |= shape.ink
    return Shape(left, top, ink)


def _stroke(rows: NDArray[np.int64], starts: NDArray[np.int64], ends: NDArray[np.int64]) -> Shape:
    top, left = int(rows.min()), int(starts.min())
    ink = np.zeros((int(rows.max()) + 1 - top, int(ends.max()) - left), dtype=np.bool_)
    for row, start, end in zip(rows - top, starts - left, ends - left, strict=True):
        ink[row, start:end] = True
    return Shape(left, top, ink)


def _cut(stroke: Shape, height: int) -> list[Shape]:
    """Return a stroke in parts, cut at the thinnest columns, if it is wide enough to be several digits."""
    width = stroke.ink.shape[1]
    if width < _WIDE * height or stroke.ink.shape[0] > 2 * height:
        return [stroke]
    columns = stroke.ink.sum(axis=0)
    apart = max(2, round(_BETWEEN_CUTS * height))
    cuts: list[int] = []
    for column in np.argsort(columns, kind="stable").tolist():
        if columns[column] > _THIN * height or len(cuts) == _MOST_CUTS:
            break
        if apart <= column <= width - apart and all(abs(column - cut) >= apart for cut in cuts):
            cuts.append(column)
    parts = (_trimmed(stroke, left, right) for left, right in pairwise([0, *sorted(cuts), width]))
    return [part for part in parts if part.ink.size]


def _trimmed(stroke: Shape, left: int, right: int) -> Shape:
    """Return some columns of a stroke, without empty rows above and below."""
    ink = stroke.ink[:, left:right]
    rows = np.flatnonzero(ink.any(axis=1))
    if not rows.size:
        return Shape(stroke.left + left, stroke.top, ink[:0])
    return Shape(stroke.left + left, stroke.top + int(rows[0]), ink[rows[0] : rows[-1] + 1])
