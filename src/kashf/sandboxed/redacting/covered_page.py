"""The pixels of a page with areas covered, in grey or in black and white; what was under an area is nowhere in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from kashf.domain.document import BOX_GRID

#: Grey from which on a pixel is white, in black and white: the yellow dots of a printer are lighter.
WHITE_FROM = 160


def covered_page(grey: NDArray[np.uint8], areas: Iterable[Sequence[int]], *, black_and_white: bool) -> NDArray[np.uint8]:
    """Return a page with black areas.

    Args:
        grey: The page, rows x columns.
        areas: Left, top, right, bottom in units of the grid.
        black_and_white: Whether every other pixel becomes black or white.
    """
    page = np.where(grey < WHITE_FROM, 0, 255).astype(np.uint8) if black_and_white else grey.copy()
    for left, top, right, bottom in pixel_areas(areas, width=grey.shape[1], height=grey.shape[0]):
        page[top:bottom, left:right] = 0
    return page


def pixel_areas(areas: Iterable[Sequence[int]], *, width: int, height: int) -> list[tuple[int, int, int, int]]:
    """Return areas in pixels, every pixel that they touch among them.

    >>> pixel_areas([(0, 0, 5000, 3334)], width=100, height=10)
    [(0, 0, 50, 4)]
    """
    return [
        (left * width // BOX_GRID, top * height // BOX_GRID, -(-right * width // BOX_GRID), -(-bottom * height // BOX_GRID))
        for left, top, right, bottom in areas
    ]
