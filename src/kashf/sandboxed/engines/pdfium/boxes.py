"""Characters of a page of pdfium with where they stand."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pypdfium2 import raw

from kashf.sandboxed.engines.pdfium.glyph import Glyph

#: Stands for a character that the font does not say.
_UNKNOWN = 0xFFFD
#: Stands for a hyphen at the end of a line.
_HYPHEN = 2


def glyphs(text_page: Any) -> Iterator[Glyph]:
    """Yield every character that is on the page, in pdfium's order, without the spaces and ends of lines that pdfium adds."""
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index, place, code in _characters(text_page):
        raw.FPDFText_GetLooseCharBox(text_page, index, box)
        if code == 0x20 and box.right <= box.left:
            continue
        text = "\ufffd" if raw.FPDFText_HasUnicodeMapError(text_page, index) else _text(code)
        raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        raw.FPDFText_GetMatrix(text_page, index, matrix)
        size = raw.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
        glyph = _turned(text, place, box, (x.value, y.value), size=size, angle=_angle(matrix))
        yield replace(glyph, is_mirrored=True) if _is_mirrored(matrix) else glyph


def _characters(text_page: Any) -> Iterator[tuple[int, int, int]]:
    """Yield pdfium's index, the place among characters, and the code point of each; pdfium counts two where UTF-16 needs two."""
    high, halves = 0, 0
    for index in range(raw.FPDFText_CountChars(text_page)):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if 0xD800 <= code < 0xDC00:
            high, halves = code, halves + 1
        elif 0xDC00 <= code < 0xE000:
            yield index, index - halves, 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else _UNKNOWN
            high = 0
        elif code >= 0x20 or code == _HYPHEN:
            yield index, index - halves, code


def _is_mirrored(matrix: Any) -> bool:
    return bool(matrix.a * matrix.d < matrix.b * matrix.c)


def _angle(matrix: Any) -> int:
    """Return degrees from the direction in which text stands upright."""
    along = -1 if _is_mirrored(matrix) else 1
    return round(math.degrees(math.atan2(along * matrix.b, along * matrix.a))) if matrix.b else 0


def ink(page: Any) -> Iterator[Glyph]:
    """Yield a glyph without text for what each piece of text covers, also where the text of several is given with one of them."""
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=1):
        left, _, right, _ = item.get_bounds()
        _, b, c, d, pen, baseline = item.get_matrix().get()
        if not b and right > left:
            yield Glyph("", -1, pen, left, right, baseline, _font_size(item) * math.hypot(c, d))


def _font_size(item: Any) -> float:
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(item, size)
    return size.value


def _text(code: int) -> str:
    """Return letters for a presentation form."""
    character = chr(code)
    return unicodedata.normalize("NFKC", character) if "\ufb50" <= character <= "\ufefc" else character


def _turned(text: str, index: int, box: Any, pen: tuple[float, float], *, size: float, angle: int) -> Glyph:
    """Return a glyph with lengths along the direction in which it is written."""
    if not angle:
        return Glyph(text, index, pen[0], box.left, box.right, pen[1], size)
    along, across = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    sides = [x * along + y * across for x in (box.left, box.right) for y in (box.bottom, box.top)]
    return Glyph(text, index, pen[0] * along + pen[1] * across, min(sides), max(sides), pen[1] * along - pen[0] * across, size, angle)
