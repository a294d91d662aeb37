"""Faint ink beside strong ink: writing of the back that shines through, seldom pencil."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from kashf.sandboxed.ocr.components import Components
from kashf.sandboxed.ocr.lines import Grey

#: How much darker than its surroundings ink is, as a share of them: where faint ink may end, and what strong ink has.
_FAINTEST, _STRONGEST, _STRONG = 0.22, 0.6, 0.25
#: Widest part of the scale without ink between faint and strong, and the share of ink that counts as none.
_GAP, _NONE = 0.08, 0.004
#: Share of the ink that is faint from which on it is looked into.
_LEAST = 0.005
#: Steps of the scale.
_STEPS = 50


def peak_darkness(reduced: Grey, found: Components) -> NDArray[np.float32]:
    """Return how much darker than its surroundings each component is at its darkest, in [0..1]."""
    starts, ends, labels = found.runs
    peaks = np.zeros(found.area.size, np.float32)
    if starts.size:
        lengths = ends - starts
        firsts = np.cumsum(lengths) - lengths
        places = np.repeat(starts - starts // (found.shape[1] + 1) - firsts, lengths) + np.arange(lengths.sum())
        dark = _darker(reduced.ravel()[places], _around(reduced).ravel()[places])
        np.maximum.at(peaks, labels, np.maximum.reduceat(dark, firsts))
    return peaks


def faint_limit(reduced: Grey, found: Components) -> float:
    """Return the darkness below which ink is faint; 0.0 when a page has one sort of ink."""
    peaks = peak_darkness(reduced, found)
    if not peaks.size:
        return 0.0
    ink, _ = np.histogram(peaks, bins=_STEPS, range=(0.0, 1.0), weights=found.area)
    share = ink / max(1.0, ink.sum())
    lowest, highest = round(_FAINTEST * _STEPS), round(_STRONGEST * _STEPS)
    filled = [lowest - 1, *(step for step in range(lowest, highest) if share[step] > _NONE / 2), highest]
    start, end = max(pairwise(filled), key=lambda pair: pair[1] - pair[0])
    limit = (start + 1 + end) / 2 / _STEPS
    is_parted = (end - start - 1) / _STEPS >= _GAP and share[: start + 1].sum() >= _LEAST and share[end:].sum() >= _STRONG
    return limit if is_parted else 0.0


def without_faint(image: Image.Image, reduced: Grey, limit: float) -> Image.Image:
    """Return the page with paper where it is less dark than `limit`."""
    small = Image.fromarray(reduced).reduce(4).filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.BoxBlur(4))
    paper = np.asarray(small.resize(image.size, Image.Resampling.BILINEAR), dtype=np.float32)
    grey = np.asarray(image)
    dark = 1 - grey / np.maximum(paper, 1)
    kept = np.clip((dark - 0.75 * limit) / (0.5 * limit), 0, 1)
    return Image.fromarray((grey * kept + np.maximum(paper, grey) * (1 - kept)).astype(np.uint8))


def darkness(reduced: Grey) -> NDArray[np.float32]:
    """Return how much darker than its surroundings each pixel is, in [0..1]."""
    return _darker(reduced, _around(reduced))


def _darker(grey: Grey, around: Grey) -> NDArray[np.float32]:
    return np.clip(1 - grey / np.maximum(around, 1).astype(np.float32), 0, 1)


def _around(reduced: Grey) -> Grey:
    """Return the mean grey level around each pixel."""
    radius = int(max(8, min(reduced.shape) // 40))
    return np.asarray(Image.fromarray(reduced).filter(ImageFilter.BoxBlur(radius)))
