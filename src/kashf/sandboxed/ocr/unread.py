"""Ink that no reading accounts for: writing outside the boxes of the words that were read, or on a page of which nothing was read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kashf.domain.document import BOX_GRID, Box, Page
from kashf.sandboxed.ocr.components import Components
from kashf.sandboxed.ocr.deskew import Sheet
from kashf.sandboxed.ocr.faint import darkness
from kashf.sandboxed.ocr.lines import Ink, Line
from kashf.sandboxed.ocr.surface import Surface

#: Share of the writing of a page outside of the boxes of what was read above which a part of it is unread.
UNREAD_SHARE = 0.04
#: Times the height of a letter that a box reaches over its edges: dots, tails and what a box is wrong by.
_MARGIN = 0.5
#: Times the height of a letter: lower ink is dots and dirt, higher ink stamps, signatures and pictures; longer ink is no word.
_LEAST, _HIGHEST, _LONGEST = 0.45, 4.0, 16.0
#: Share of a component in the boxes from which on it is read.
_INSIDE = 0.4
#: Strokes in a row of writing, at least.
_STROKES = 6
#: How many times the unevenness of the paper the ink is darker than it.
_CLEAR = 4.0
#: Clearness, and strokes times clearness, from which on a page is written on, in rows or not; and which share of it is ink at most. Pages
#: of bent letters came to 17 and 2,000 and more however they were photographed, and to .03; made-up scenes, small real photographs
#: and textures miss one of the three.
_ON_PAPER, _PENNED, _MOST_INK = 15.0, 700.0, 0.2
#: Share of the strokes of a row that are about as high as the middle one; how many times as high a row is; how much of it is ink.
_EVEN, _TALLEST, _FILLED = 0.7, 4.0, 0.07


def unread_ink(sheet: Sheet, pages: Sequence[Page]) -> Ink:
    """Return the writing of a sheet that lies outside the boxes of what was read on it, in pixels of its ink."""
    found, is_writing = _writing(sheet)
    return found.ink(is_writing & ~_is_inside(found, _covered(sheet, [box for page in pages for box in page.boxes])))


def unread_share(sheet: Sheet, pages: Sequence[Page]) -> float:
    """Return which share of the writing of a sheet, in [0..1], no reading accounts for; 0.0 when there is none."""
    found, is_writing = _writing(sheet)
    total = found.area[is_writing].sum()
    if not total:
        return 0.0
    outside = is_writing & ~_is_inside(found, _covered(sheet, [box for page in pages for box in page.boxes]))
    return float(found.area[outside].sum() / total)


def has_writing(sheet: Sheet) -> bool:
    """Return whether a sheet has a row of strokes as writing has, or many clear strokes on even paper; photographs have neither."""
    dark = darkness(sheet.surface.reduced)
    return any(_is_written(line, dark, sheet.surface) for line in sheet.lines) or _is_penned(sheet, dark)


def _writing(sheet: Sheet) -> tuple[Components, NDArray[np.bool_]]:
    """Return the ink of a sheet in components, and which of them may be letters or words."""
    found, letter = sheet.surface.found, sheet.surface.letter
    large = (found.height >= _LEAST * letter) | (found.width >= 2 * _LEAST * letter)
    return found, sheet.surface.is_writing & large & (found.height <= _HIGHEST * letter) & (found.width <= _LONGEST * letter)


def _covered(sheet: Sheet, boxes: Sequence[Box]) -> Ink:
    """Return where on the ink of a sheet the boxes of words lie."""
    covered = np.zeros(sheet.surface.reduced.shape, bool)
    margin = _MARGIN * sheet.surface.letter
    there = np.linalg.inv(sheet.back)
    for box in boxes:
        corners = np.array([[box.left, box.right, box.left, box.right], [box.top, box.top, box.bottom, box.bottom], [BOX_GRID] * 4])
        moved = there @ corners
        xs, ys = moved[:2] / moved[2] / sheet.surface.factor
        top, bottom = max(0, round(ys.min() - margin)), max(0, round(ys.max() + margin))
        covered[top:bottom, max(0, round(xs.min() - margin)) : max(0, round(xs.max() + margin))] = True
    return covered


def _is_inside(found: Components, covered: Ink) -> NDArray[np.bool_]:
    """Return which components lie in the covered part; a run of ink lies where its middle does."""
    starts, ends, labels = found.runs
    rows, middles = np.divmod((starts + ends - 1) // 2, found.shape[1] + 1)
    inside = np.bincount(labels, (ends - starts) * covered[rows, middles], found.area.size)
    return inside >= _INSIDE * found.area


def _is_written(line: Line, dark: NDArray[np.float32], surface: Surface) -> bool:
    found, factor = surface.found, surface.factor
    top, bottom, left, right = (int(edge / factor) for edge in (line.top, line.bottom, line.cells[0][0], line.cells[-1][1]))
    middle = (found.top + found.bottom) / 2
    strokes = (middle >= top) & (middle < bottom) & (found.left >= left) & (found.right <= right) & (found.area >= 6)
    if strokes.sum() < _STROKES:
        return False
    heights = found.height[strokes]
    usual = np.median(heights)
    is_even = ((heights > 0.5 * usual) & (heights < 2 * usual)).mean() >= _EVEN
    ink = surface.ink[top:bottom, left:right]
    is_row = is_even and bottom - top <= _TALLEST * usual and ink.mean() >= _FILLED
    return bool(is_row) and _clearness(dark[top:bottom, left:right], ink) >= _CLEAR


def _is_penned(sheet: Sheet, dark: NDArray[np.float32]) -> bool:
    """Return whether a sheet is paper with strokes on it, in rows or not, as what hands write; a drawing is taken for that, too."""
    _, is_stroke = _writing(sheet)
    ink = sheet.surface.ink
    clearness = _clearness(dark, ink)
    return float(ink.mean()) <= _MOST_INK and clearness >= _ON_PAPER and float(is_stroke.sum()) * clearness >= _PENNED


def _clearness(dark: NDArray[np.float32], ink: Ink) -> float:
    """Return how many times the unevenness of the paper between it the ink is darker than that; 0.0 where there is no ink or no paper."""
    near = ink.copy()
    near[1:] |= ink[:-1]
    near[:-1] |= ink[1:]
    near[:, 1:] |= ink[:, :-1]
    near[:, :-1] |= ink[:, 1:]
    paper = dark[~near]
    return float(np.median(dark[ink])) / max(0.01, float(paper.std())) if paper.size and ink.any() else 0.0
