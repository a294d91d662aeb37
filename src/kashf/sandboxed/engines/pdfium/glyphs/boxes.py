"""Characters of a page of pdfium with where they stand."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pypdfium2 import raw

from kashf.sandboxed.engines.pdfium.glyphs.actual_text import address, clusters, piece, with_left_out
from kashf.sandboxed.engines.pdfium.glyphs.font_letters import FontLetters
from kashf.sandboxed.engines.pdfium.glyphs.glyph import UNKNOWN, Glyph

#: Stands for a hyphen at the end of a line.
_HYPHEN = 2
#: Characters of scripts that are not mixed with Arabic.
_ODD = re.compile("[\u0100-\u058f\u0700-\u074f\u0780-\u086f\u0900-\u1fff]")
_ENDS = frozenset(map(ord, "\0\t\n\r"))


def glyphs(page: Any, text_page: Any) -> list[Glyph]:
    """Return every character that is on the page, in pdfium's order, without the spaces and ends of lines that pdfium adds.

    Spaces that are drawn by themselves are without width.
    """
    items = list(page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=1))
    stated = clusters(items)
    found = list(_glyphs(text_page, {address(item.raw): place for place, item in enumerate(items)}, stated))
    said = {glyph.drawn for glyph in found}
    blanks = (replace(piece(item, " "), drawn=place) for place, item in enumerate(items) if _is_blank(item))
    unsaid = dict.fromkeys(glyph for glyph in (*stated.values(), *blanks) if glyph.drawn not in said)
    return with_left_out(found, sorted(unsaid, key=lambda glyph: glyph.drawn))


def _is_blank(item: Any) -> bool:
    left, _, right, _ = item.get_bounds()
    return bool(right <= left)


def _glyphs(text_page: Any, drawn: Mapping[int, int], stated: Mapping[int, Glyph]) -> Iterator[Glyph]:
    said: set[Glyph] = set()
    fonts: dict[int, FontLetters] = {}
    for index, place, code in _characters(text_page):
        text_object = raw.FPDFText_GetTextObject(text_page, index)
        item = address(text_object)
        cluster = stated.get(item)
        if cluster is None:
            for glyph in _glyph(text_page, index, place, code, drawn=drawn.get(item, -1)):
                text = _letter(text_object, text_page, index, fonts, glyph) if item and _is_odd(glyph.text) else glyph.text
                yield glyph if text == glyph.text else replace(glyph, text=text, is_inferred=True)
        elif cluster not in said:
            said.add(cluster)
            yield replace(cluster, index=place)


def _letter(text_object: Any, text_page: Any, index: int, fonts: dict[int, FontLetters], glyph: Glyph) -> str:
    """Return what the font itself calls a glyph of which pdfium may give the number instead of a letter."""
    code = raw.FPDFText_GetUnicode(text_page, index)
    font = raw.FPDFTextObj_GetFont(text_object)
    key = address(font)
    if key not in fonts:
        fonts[key] = FontLetters.of(_content(font))
    font_letters = fonts[key]
    if font_letters.is_renumbered or chr(code) in font_letters.codes:
        return glyph.text
    return font_letters.letter(code, (glyph.right - glyph.left) / (glyph.size or 1.0)) or UNKNOWN


def _is_odd(text: str) -> bool:
    """Tell whether a character may be the number of a glyph: what no Arabic page has."""
    return text == UNKNOWN or (len(text) == 1 and _ODD.match(text) is not None)


def _content(font: Any) -> bytes:
    size = ctypes.c_size_t()
    if not font or not raw.FPDFFont_GetFontData(font, None, 0, size):
        return b""
    buffer = (ctypes.c_uint8 * size.value)()
    raw.FPDFFont_GetFontData(font, buffer, size.value, size)
    return bytes(buffer)


def _glyph(text_page: Any, index: int, place: int, code: int, *, drawn: int) -> Iterator[Glyph]:
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetLooseCharBox(text_page, index, box)
    if code == 0x20 and box.right <= box.left:
        return
    text = UNKNOWN if raw.FPDFText_HasUnicodeMapError(text_page, index) else _text(code)
    raw.FPDFText_GetCharOrigin(text_page, index, x, y)
    raw.FPDFText_GetMatrix(text_page, index, matrix)
    size = raw.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
    left, right, pen, baseline = _along(box, (x.value, y.value), angle := _angle(matrix))
    yield Glyph(text, place, pen, left, right, baseline, size, angle, is_mirrored=_is_mirrored(matrix), drawn=drawn)


def _characters(text_page: Any) -> Iterator[tuple[int, int, int]]:
    """Yield pdfium's index, the place among characters, and the code point of each; pdfium counts two where UTF-16 needs two.

    A control is the code of a letter that the font does not say.
    """
    high, halves = 0, 0
    for index in range(raw.FPDFText_CountChars(text_page)):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if 0xD800 <= code < 0xDC00:
            high, halves = code, halves + 1
        elif 0xDC00 <= code < 0xE000:
            yield index, index - halves, 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else ord(UNKNOWN)
            high = 0
        elif code >= 0x20 or (code == _HYPHEN and raw.FPDFText_IsHyphen(text_page, index) == 1):
            yield index, index - halves, code
        elif raw.FPDFText_IsGenerated(text_page, index) != 1 and (code not in _ENDS or _has_ink(text_page, index)):
            yield index, index - halves, ord(UNKNOWN)


def _has_ink(text_page: Any, index: int) -> bool:
    sides = [ctypes.c_double() for _ in range(4)]
    raw.FPDFText_GetCharBox(text_page, index, *sides)
    return sides[3].value - sides[2].value > 1.0


def _is_mirrored(matrix: Any) -> bool:
    return bool(matrix.a * matrix.d < matrix.b * matrix.c)


def _angle(matrix: Any) -> int:
    """Return degrees from the direction in which text stands upright."""
    along = -1 if _is_mirrored(matrix) else 1
    return round(math.degrees(math.atan2(along * matrix.b, along * matrix.a))) if matrix.b else 0


def ink(page: Any) -> Iterator[Glyph]:
    """Yield a glyph without text for what each piece of text covers, also where the text of several is given with one of them."""
    pieces = map(piece, page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=1))
    return (glyph for glyph in pieces if not glyph.angle and glyph.right > glyph.left)


def _text(code: int) -> str:
    """Return letters for a presentation form."""
    character = chr(code)
    return unicodedata.normalize("NFKC", character) if "\ufb50" <= character <= "\ufefc" else character


def _along(box: Any, pen: tuple[float, float], angle: int) -> tuple[float, float, float, float]:
    """Return left, right, pen and baseline along the direction in which it is written."""
    if not angle:
        return box.left, box.right, pen[0], pen[1]
    along, across = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    sides = [x * along + y * across for x in (box.left, box.right) for y in (box.bottom, box.top)]
    return min(sides), max(sides), pen[0] * along + pen[1] * across, pen[1] * along - pen[0] * across
