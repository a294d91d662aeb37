"""Whether two pages are pictures of one sheet: their ink agrees in every part, as far as both show it.

Two sheets of one form agree in what is printed and differ in what is filled in, so the least alike parts decide and not the whole.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from kashf.intake.ink_maps.alignment import Field, framed, laid_over, window_means
from kashf.intake.ink_maps.ink_map import Ink

#: Cells of a part: a word of handwriting. Share of it that is ink on one page, from which on it tells.
_PART: Final = 12
_INKED: Final = 0.04
#: Cells that a part may lie elsewhere.
_LEEWAY: Final = (-1, 0, 1)
#: The share of the parts that are passed over as the worst, and how well the next must fit. Pictures of one sheet came to .8 and more,
#: sheets of one form to .5 at most, but where one field alone is other than in the other: a quarter of those come to .72 and more.
_PASSED_OVER: Final = 0.003
_LEAST_FIT: Final = 0.7
#: Parts that tell something, at least, and ink, in cells: a page number and a line are on many sheets.
_LEAST_PARTS, _LEAST_INK = 2500, 300


def sheet_fit(here: Ink, there: Ink) -> float:
    """Return how well the least alike part of two pages fits, in [0..1]; 0.0 where they are not pictures of one sheet."""
    if min(here.sum(), there.sum()) < _LEAST_INK:
        return 0.0
    one = framed(here)
    other = laid_over(one, framed(there))
    fits = np.maximum.reduce([_fits(one, np.roll(other, (down, across), (0, 1))) for down in _LEEWAY for across in _LEEWAY])
    telling = np.maximum(window_means(one, _PART), window_means(other, _PART)) >= _INKED
    if telling.sum() < _LEAST_PARTS:
        return 0.0
    least = float(np.quantile(fits[telling], _PASSED_OVER))
    return min(1.0, least) if least >= _LEAST_FIT else 0.0


def _fits(here: Field, there: Field) -> Field:
    """Return the correlation of each part of two framed pages."""
    mean, other = window_means(here, _PART), window_means(there, _PART)
    spread = window_means(here * here, _PART) - mean * mean
    spread_there = window_means(there * there, _PART) - other * other
    together = window_means(here * there, _PART) - mean * other
    fits: Field = together / np.sqrt(np.maximum(spread, 1e-5) * np.maximum(spread_there, 1e-5))
    return fits
