"""Pictures of the lines of a page: the page is drawn in the sandbox, and what lies in each region is cut out of its pixels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kashf.domain.document import BOX_GRID
from kashf.domain.pages.regions import Region
from kashf.domain.transcription.signed_words import PagePlace
from kashf.ports.engines import Picture
from kashf.ports.runtime import Worker
from kashf.services.case.open import OpenCase
from kashf.services.case.page_images import MAX_SIDE, page_picture
from kashf.services.ledger.passwords import kept_passwords

#: Shares of red, green and blue in grey. Source: ITU-R BT.601-7, section 2.5.1.
_LUMA = (0.299, 0.587, 0.114)


def line_pictures(case: OpenCase, worker: Worker, place: PagePlace, regions: Sequence[Region]) -> tuple[Picture, ...]:
    """Return a grey picture of each region of a page, at least one pixel wide and high.

    Args:
        case: Which case.
        worker: A box of the readers, which draws the page.
        place: Which page.
        regions: Where on it.

    Raises:
        NoPictureError: The page cannot be drawn.
        BrokenCustodyError: Its bytes are missing.
        SandboxError: The box cannot be made.
    """
    passwords = kept_passwords(case).get(place.document, ())
    drawn = page_picture(case, worker, place.document, page=place.page, longest_side=MAX_SIDE, passwords=passwords)
    pixels = np.frombuffer(drawn.pixels, dtype=np.uint8).reshape(drawn.height, drawn.width, drawn.channels)
    grey = pixels[:, :, 0] if drawn.channels == 1 else (pixels @ np.array(_LUMA)).round().astype(np.uint8)
    pictures = []
    for region in regions:
        left, right = _edges(region.left, region.right, drawn.width)
        top, bottom = _edges(region.top, region.bottom, drawn.height)
        pictures.append(Picture(right - left, bottom - top, 1, np.ascontiguousarray(grey[top:bottom, left:right]).tobytes()))
    return tuple(pictures)


def _edges(low: int, high: int, pixels: int) -> tuple[int, int]:
    first = min(low * pixels // BOX_GRID, pixels - 1)
    return first, max(first + 1, -(-high * pixels // BOX_GRID))
