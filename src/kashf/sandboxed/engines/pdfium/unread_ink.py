"""Writing on a page that is not its text: letters drawn as curves, pictures of text beside typed text.

What a page consists of is counted first, which costs little; only a page with curves or pictures enough is drawn, small. Whether what is
drawn outside of the text looks like writing is told by its rows: many short stretches of ink side by side, as photographs, rules, logos and
charts do not have.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import raw

from kashf.domain.document import BOX_GRID, Box

Key = tuple[int, int, int, int, int]

#: Parts of a path from which on it may be a letter; so many letters, or a path of so many parts, may be a line of text.
_CURVED, _LETTERS, _LONG = 8, 10, 80
#: Share of the page that a picture of a line of text covers at least.
_PICTURE = 0.01
#: Objects of a page that are looked at; maps have hundreds of thousands.
_MOST = 20_000
#: Pixels of the longer side of the small image.
_SIDE = 1000
#: Grey levels, of 255, by which ink is darker or lighter than the paper around it.
_CONTRAST = 60
#: Pixels of the side of a tile of which paper has one grey.
_TILE = 50
#: Short stretches of ink in a row of writing, pixels of the longest of them, and rows of pixels that there must be.
_STRETCHES, _SHORT, _ROWS = 9, 9, 5
#: What a box of text reaches over its edges, tails, marks and the ground that text is set on: pixels, and a share of its height.
_LEAST_MARGIN, _MARGIN = 2, 0.4


class UnreadInk:
    """Finds writing outside of the text, page by page; what an earlier page has in the same place, a letterhead, is passed over.

    `crowded` counts the pages on which more hangs than is read.
    """

    def __init__(self) -> None:
        self._seen: set[Key] = set()
        self.crowded = 0

    def boxes(self, page: Any, text_page: Any) -> tuple[Box, ...]:
        """Return where the text of a page stands if there is something outside of it that looks like writing, else nothing."""
        curves, pictures = self._new(page)
        if curves < _LETTERS and not pictures:
            return ()
        boxes = _text_boxes(page, text_page)
        return boxes if _is_writing(_outside(_drawn(page), boxes)) else ()

    def _new(self, page: Any) -> tuple[int, int]:
        """Return how many letters drawn as curves there may be, and how many pictures, that no page before had in this place."""
        area = (page.get_width() * page.get_height()) or 1.0
        curves = pictures = 0
        for item, key in _objects(page):
            if key in self._seen:
                continue
            self._seen.add(key)
            if item.type == raw.FPDF_PAGEOBJ_IMAGE:
                pictures += (key[3] - key[1]) * (key[4] - key[2]) >= _PICTURE * area
            else:
                parts = raw.FPDFPath_CountSegments(item.raw)
                curves += _LETTERS if parts >= _LONG else parts >= _CURVED
        return curves, pictures


def _text_boxes(page: Any, text_page: Any) -> tuple[Box, ...]:
    """Return where the text of a page stands on its image, one box for each stretch of a line."""
    sides = [ctypes.c_double() for _ in range(4)]
    boxes = []
    for place in range(raw.FPDFText_CountRects(text_page, 0, -1)):
        raw.FPDFText_GetRect(text_page, place, *sides)
        left, top, right, bottom = (side.value for side in sides)
        (x, y), (far_x, far_y) = _on_grid(page, left, top), _on_grid(page, right, bottom)
        boxes.append(Box(0, 1, min(x, far_x), min(y, far_y), max(x, far_x), max(y, far_y)))
    return tuple(boxes)


def _on_grid(page: Any, x: float, y: float) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, BOX_GRID, BOX_GRID, 0, x, y, across, down)
    return min(max(across.value, 0), BOX_GRID), min(max(down.value, 0), BOX_GRID)


def _objects(page: Any) -> Iterator[tuple[Any, Key]]:
    kinds = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE)
    for count, item in enumerate(page.get_objects(filter=kinds, max_depth=3)):
        if count == _MOST:
            return
        left, bottom, right, top = map(round, item.get_bounds())
        yield item, (item.type, left, bottom, right, top)


def _drawn(page: Any) -> NDArray[np.int16]:
    """Return a small grey image of the page."""
    scale = _SIDE / (max(page.get_size()) or 1.0)
    bitmap = page.render(scale=scale, grayscale=True, fill_color=(255, 255, 255, 255))
    return np.asarray(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width, -1)[:, :, 0].astype(np.int16)


def _outside(grey: NDArray[np.int16], boxes: tuple[Box, ...]) -> NDArray[np.bool_]:
    """Return the ink outside of the boxes; paper is what most of the stretch of a row around it is."""
    height, width = grey.shape
    ink: NDArray[np.bool_] = np.abs(grey - _paper(grey)) > _CONTRAST
    for box in boxes:
        left, right = (round(side * width / BOX_GRID) for side in (box.left, box.right))
        top, bottom = (round(side * height / BOX_GRID) for side in (box.top, box.bottom))
        margin = _LEAST_MARGIN + round(_MARGIN * (bottom - top))
        ink[max(top - margin, 0) : bottom + margin, max(left - margin, 0) : right + margin] = False
    return ink


def _paper(grey: NDArray[np.int16]) -> NDArray[np.int16]:
    """Return the grey of the paper around each pixel: the median of its tile."""
    height, width = (-(-side // _TILE) for side in grey.shape)
    padded = np.pad(grey, ((0, height * _TILE - grey.shape[0]), (0, width * _TILE - grey.shape[1])), mode="edge")
    tiles = padded.reshape(height, _TILE, width, _TILE).swapaxes(1, 2).reshape(height, width, -1)
    medians = np.median(tiles, axis=2).astype(np.int16)
    return np.repeat(np.repeat(medians, _TILE, 0), _TILE, 1)[: grey.shape[0], : grey.shape[1]]


def _is_writing(ink: NDArray[np.bool_]) -> bool:
    """Tell whether enough rows have many short stretches of ink."""
    padded = np.zeros((ink.shape[0], ink.shape[1] + 2), np.int8)
    padded[:, 1:-1] = ink
    steps = np.diff(padded.ravel())
    begins, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    short = ends - begins <= _SHORT
    rows = np.bincount(begins[short] // padded.shape[1], minlength=ink.shape[0])
    return bool((rows >= _STRETCHES).sum() >= _ROWS)
