"""Pages with strokes where writing would be."""

from __future__ import annotations

import numpy as np

from kashf.sandboxed.ocr.lines import Grey

WORD, SPACE = 40, 12


def blank(width: int, height: int, *, grey: int = 255) -> Grey:
    """Return empty paper."""
    return np.full((height, width), grey, np.uint8)


def write(page: Grey, top: int, left: int, right: int, *, grey: int = 0) -> None:
    """Draw words between two columns: some strokes of 24 rows on a base line."""
    for start in range(left, right - WORD + 1, WORD + SPACE):
        page[top : top + 24, start : start + WORD : 13] = grey
        page[top : top + 24, start + 1 : start + WORD : 13] = grey
        page[top + 18 : top + 24, start : start + WORD] = grey


def written(*, lines: int = 5, width: int = 700, height: int = 500, grey: int = 0) -> Grey:
    """Return a page with some lines from edge to edge, 60 rows apart."""
    page = blank(width, height)
    for top in range(60, 60 + 60 * lines, 60):
        write(page, top, 60, width - 60, grey=grey)
    return page
