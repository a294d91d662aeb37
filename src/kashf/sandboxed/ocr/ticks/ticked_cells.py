"""Readings of cells with the boxes to tick that stand in them, as signs of their own: readers of lines take boxes for letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil, floor

import numpy as np
from PIL import Image

from kashf.domain.document import BOX_GRID, Box, Page
from kashf.sandboxed.ocr.ticks.tick_boxes import TickBox
from kashf.sandboxed.ocr.transcript import Cell, is_rightward

_EMPTY, _TICKED = "☐", "☒"
#: Confidence in [0..1] of a box: what is inside was seen, not read.
_SEEN = 0.9
#: Pixels around a box that are its edge still.
_EDGE = 2


def enlarged(boxes: Sequence[TickBox], factor: float) -> tuple[TickBox, ...]:
    """Return boxes in pixels of an image of which those of their ink are so many."""
    return tuple(
        TickBox(floor(box.left * factor), floor(box.top * factor), ceil(box.right * factor), ceil(box.bottom * factor), box.is_ticked)
        for box in boxes
    )


def without_boxes(image: Image.Image, boxes: Sequence[TickBox]) -> Image.Image:
    """Return a page with paper where it has boxes."""
    page = np.array(image)
    for box in boxes:
        place = np.s_[max(0, box.top - _EDGE) : box.bottom + _EDGE, max(0, box.left - _EDGE) : box.right + _EDGE]
        page[place] = np.percentile(page[place], 90)
    return Image.fromarray(page)


def with_boxes(cell: Cell, boxes: Sequence[TickBox]) -> Cell:
    """Return what was read in a cell with the boxes in it as "☐" and "☒", where they stand in the order of reading."""
    inside = [box for box in boxes if _is_inside(cell, (box.left + box.right) / 2, (box.top + box.bottom) / 2)]
    if not inside:
        return cell
    page, way = cell.page, 1 if is_rightward([cell.page.text]) else -1
    signs = {_on_grid(cell, box): _TICKED if box.is_ticked else _EMPTY for box in inside}
    words = [(box, page.text[box.start : box.end]) for box in page.boxes]
    for place in sorted(signs, key=lambda box: way * (box.left + box.right)):
        middle = way * (place.left + place.right)
        at = next((at for at, (word, _) in enumerate(words) if way * (word.left + word.right) > middle), len(words))
        words.insert(at, (place, signs[place]))
    return replace(cell, page=_joined(page, words))


def _is_inside(cell: Cell, across: float, down: float) -> bool:
    return cell.left <= across < cell.left + cell.width and cell.top <= down < cell.top + cell.height


def _on_grid(cell: Cell, box: TickBox) -> Box:
    across, down = BOX_GRID / cell.width, BOX_GRID / cell.height
    left, right = (min(BOX_GRID, max(0, round((edge - cell.left) * across))) for edge in (box.left, box.right))
    top, bottom = (min(BOX_GRID, max(0, round((edge - cell.top) * down))) for edge in (box.top, box.bottom))
    return Box(0, 0, left, top, right, bottom, _SEEN)


def _joined(page: Page, words: Sequence[tuple[Box, str]]) -> Page:
    boxes, length = list[Box](), 0
    for box, text in words:
        boxes.append(replace(box, start=length, end=length + len(text)))
        length += len(text) + 1
    text = " ".join(word for _, word in words)
    return replace(page, text=text, boxes=tuple(boxes), confidence=page.confidence or _SEEN)
