"""What the ink of a page looks like, small: by which pages that nobody can read are known as pictures of one sheet."""

from __future__ import annotations

import zlib

import numpy as np
from PIL import Image

from kashf.domain.document import INK_GRID
from kashf.sandboxed.ocr.deskew import Sheet

#: Share of a cell that is ink from which on the cell is: half of a thin stroke across it.
_INKED = 0.2


def ink_print(sheet: Sheet) -> bytes:
    """Return where on a sheet there is ink, without rules and what shines through: rows and columns, each less one, and packed cells."""
    ink = sheet.surface.ink
    factor = INK_GRID / max(ink.shape)
    size = (max(1, round(ink.shape[1] * factor)), max(1, round(ink.shape[0] * factor)))
    cells = np.asarray(Image.fromarray(ink.astype(np.uint8) * 255).resize(size, Image.Resampling.BOX)) > 255 * _INKED
    return bytes((size[1] - 1, size[0] - 1)) + zlib.compress(np.packbits(cells).tobytes(), 9)
