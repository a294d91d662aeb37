"""Straight lines on a page: drawn as such, as sides of boxes, or as boxes that are as thin as a line."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from pypdfium2 import raw

#: Points that a line is thick at most, and that it is long at least.
_THICK, _SHORT = 3.0, 3.0
#: Objects and parts of one object that are looked at; maps have hundreds of thousands.
_MOST, _MOST_PARTS = 20_000, 2_000

Point = tuple[float, float]


class Stroke(NamedTuple):
    """A line along a page or across it, in points.

    Attributes:
        is_upright: Whether it goes up, from below.
        at: Its place, from the left or, when it is not upright, from below.
        begin: Its left or lower end.
        end: Its right or upper end.
    """

    is_upright: bool
    at: float
    begin: float
    end: float


def strokes(page: Any) -> list[Stroke]:
    """Return the lines of a page; none where there is more than is looked at."""
    found: list[Stroke] = []
    for count, item in enumerate(page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=1)):
        if count == _MOST:
            return []
        found += _of_path(item)
    return found


def _of_path(item: Any) -> Iterator[Stroke]:
    filled, is_stroked = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(item.raw, filled, is_stroked) or not (filled.value or is_stroked.value):
        return
    left, bottom, right, top = item.get_bounds()
    if (alone := _thin(left, bottom, right, top)) is not None:
        yield alone
    elif max(right - left, top - bottom) > _THICK and raw.FPDFPath_CountSegments(item.raw) <= _MOST_PARTS:
        for outline in _outlines(item):
            yield from _sides(outline, is_stroked=bool(is_stroked.value))


def _sides(outline: Sequence[Point], *, is_stroked: bool) -> Iterator[Stroke]:
    """Yield an outline that is thin as one line, else the sides along which a pen went."""
    across, up = zip(*outline, strict=True)
    if (whole := _thin(min(across), min(up), max(across), max(up))) is not None:
        yield whole
    elif is_stroked:
        for (x, y), (far_x, far_y) in pairwise(outline):
            side = _thin(min(x, far_x), min(y, far_y), max(x, far_x), max(y, far_y))
            if side is not None:
                yield side


def _thin(left: float, bottom: float, right: float, top: float) -> Stroke | None:
    width, height = right - left, top - bottom
    if height <= _THICK and width >= max(_SHORT, 2 * height):
        return Stroke(False, (bottom + top) / 2, left, right)
    if width <= _THICK and height >= max(_SHORT, 2 * width):
        return Stroke(True, (left + right) / 2, bottom, top)
    return None


def _outlines(item: Any) -> Iterator[list[Point]]:
    """Yield the points of each piece of a path without curves, in points of the page."""
    matrix = item.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    outline: list[Point] = []
    is_curved = False
    for place in range(raw.FPDFPath_CountSegments(item.raw)):
        part = raw.FPDFPath_GetPathSegment(item.raw, place)
        kind = raw.FPDFPathSegment_GetType(part)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(outline) > 1 and not is_curved:
                yield outline
            outline, is_curved = [], False
        is_curved |= kind == raw.FPDF_SEGMENT_BEZIERTO
        raw.FPDFPathSegment_GetPoint(part, x, y)
        outline.append(matrix.on_point(x.value, y.value))
        if raw.FPDFPathSegment_GetClose(part):
            outline.append(outline[0])
    if len(outline) > 1 and not is_curved:
        yield outline
