"""Arabic-Indic digits drawn with a pen, so that no font is needed."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from kashf.sandboxed.ocr.lines import Grey

#: Lines from point to point in a box of 24 by 32; an ellipse where there are two points and a circle is meant.
_LINES = {
    "١": ((9, 0), (12, 31)),
    "٢": ((5, 31), (4, 0), (8, 8), (14, 10), (20, 6), (21, 0)),
    "٧": ((2, 0), (12, 31), (22, 0)),
    "٨": ((2, 31), (12, 0), (22, 31)),
    "/": ((4, 36), (16, -4)),
    "ل": ((16, 0), (16, 24), (8, 34), (0, 24)),
}
_ELLIPSES = {"٥": (3, 8, 21, 30), "٠": (8, 13, 14, 19)}
#: Pixels from one sign to the next, and of the pen.
STEP, _PEN = 30, 5


def draw_signs(signs: str, *, height: int = 80, left: int = 20) -> Grey:
    """Return a line with signs from left to right; a blank leaves their room empty."""
    image = Image.new("L", (left * 2 + STEP * len(signs), height), 250)
    pen = ImageDraw.Draw(image)
    top = (height - 32) // 2
    for place, sign in enumerate(signs):
        x = left + place * STEP
        if sign in _LINES:
            pen.line([(x + dx, top + dy) for dx, dy in _LINES[sign]], fill=10, width=_PEN, joint="curve")
        elif sign in _ELLIPSES:
            a, b, c, d = _ELLIPSES[sign]
            pen.ellipse((x + a, top + b, x + c, top + d), outline=10, width=_PEN, fill=10 if sign == "٠" else None)
    return np.asarray(image)
