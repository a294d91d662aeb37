"""Whether a redaction shows what it covers, and whether it shows anything else than the page that was redacted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import raw

from kashf.domain.document import BOX_GRID
from kashf.ports.engines import EngineError, Limits, Source
from kashf.sandboxed.engines.pdfium import PdfiumReader, opened_pdf
from kashf.sandboxed.ocr.scans import grey_of
from kashf.sandboxed.redacting.covered_page import pixel_areas

#: Difference of grey from which on there is ink in an area.
_INK: Final = 40
#: Share of a place's height and width at each side that may belong to its neighbours.
_RIM: Final = 0.15


def changed_pixels(drawn: NDArray[np.uint8], made: NDArray[np.uint8], areas: Iterable[Sequence[int]]) -> int:
    """Return how many pixels outside of the areas are not as they were drawn, all of them where the sizes differ.

    >>> page = np.full((10, 10), 255, np.uint8)
    >>> changed_pixels(page, page, ()), changed_pixels(page, np.zeros((10, 10), np.uint8), [(0, 0, 5000, 10000)])
    (0, 50)
    """
    if drawn.shape != made.shape:
        return drawn.size
    differs = drawn != made
    for left, top, right, bottom in pixel_areas(areas, width=drawn.shape[1], height=drawn.shape[0]):
        differs[top:bottom, left:right] = False
    return int(differs.sum())


def uncovered_ink(made: NDArray[np.uint8], places: Iterable[Sequence[int]]) -> list[int]:
    """Return which places of protected words are not of one colour, from 0: something of them can be seen.

    >>> page = np.full((100, 100), 255, np.uint8)
    >>> page[20:30, 20:50:4] = 0
    >>> uncovered_ink(page, [(2000, 2000, 5000, 3000), (6000, 6000, 9000, 7000)])
    [0]
    """
    height, width = made.shape
    seen = []
    for nth, place in enumerate(places):
        across, down = _RIM * (place[2] - place[0]), _RIM * (place[3] - place[1])
        inner = (place[0] + across, place[1] + down, place[2] - across, place[3] - down)
        left, right = (round(side * width / BOX_GRID) for side in (inner[0], inner[2]))
        top, bottom = (round(side * height / BOX_GRID) for side in (inner[1], inner[3]))
        inside = made[top : bottom + 1, left : right + 1]
        if inside.size and int(inside.max()) - int(inside.min()) >= _INK:
            seen.append(nth)
    return seen


def image_of_page(source: Source, *, page: int, longest_side: int, limits: Limits) -> NDArray[np.uint8]:
    """Return the one image that a page of a redaction is, pixel by pixel; the page as it is drawn where it is more than that.

    Raises:
        EngineError: It cannot be drawn.
    """
    with opened_pdf(source) as document:
        if page <= len(document):
            images = list(document[page - 1].get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=4))
            if len(images) == 1 and max(images[0].get_px_size()) == longest_side:
                bitmap = images[0].get_bitmap(render=False).to_numpy()
                return np.ascontiguousarray(bitmap.reshape(bitmap.shape[0], bitmap.shape[1], -1)[:, :, 0])
    try:
        return grey_of(PdfiumReader().draw(source, page=page, longest_side=longest_side, limits=limits))
    except EngineError:
        return np.zeros((1, 1), np.uint8)
