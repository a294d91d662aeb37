"""Pictures that are too small to hold writing."""

from __future__ import annotations

import io
import warnings
from typing import Final

from PIL import Image, UnidentifiedImageError

#: Side in pixels from which on a picture may hold a line of writing; bullets, rules, spacers and counters are smaller.
LEAST_SIDE_PIXELS: Final = 16
#: Formats whose size stands at the beginning of the file.
_FORMATS: Final = ("PNG", "GIF", "BMP", "JPEG")


def is_icon(untrusted_head: bytes) -> bool:
    """Return whether a picture, of which this is the beginning, is smaller than 16 pixels in width or height.

    >>> is_icon(b"GIF89a" + bytes((1, 0, 1, 0, 0, 0, 0)))
    True
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(untrusted_head), formats=_FORMATS) as image:
                return min(image.size) < LEAST_SIDE_PIXELS
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
