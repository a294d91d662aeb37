"""What a page says that pieces of it stand for (ActualText): the letters of a cluster in the order in which they are read.

pdfium gives such letters in an order of its own, in equal slices of the box of one of the pieces.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pypdfium2 import raw

from kashf.sandboxed.engines.pdfium.glyphs.glyph import ARABIC, Glyph

#: Bytes of what a piece may stand for; longer ones are whole paragraphs, whose letters are better read one by one.
_MOST_BYTES = 256
#: Share of the size of the font by which pieces that stand for one thing may differ in height.
_HEIGHT = 1.0
_BIG_ENDIAN, _LITTLE_ENDIAN = b"\xfe\xff", b"\xff\xfe"


def address(item: Any) -> int:
    """Return what tells one object of a page from another; 0 for none."""
    return ctypes.addressof(item.contents) if item else 0


def clusters(items: Sequence[Any]) -> dict[int, Glyph]:
    """Return for each text object that stands with others for some Arabic the glyph of all of them, by the object's address."""
    pieces: dict[int, list[tuple[int, Glyph]]] = {}
    for place, item in enumerate(items):
        for mark in _marks(item.raw):
            if text := _stands_for(mark):
                pieces.setdefault(ctypes.addressof(mark.contents), []).append((address(item.raw), replace(piece(item, text), drawn=place)))
    wholes = ((group, _whole([glyph for _, glyph in group])) for group in pieces.values())
    return {place: whole for group, whole in wholes if whole for place, _ in group}


def piece(item: Any, text: str = "") -> Glyph:
    """Return a glyph for the ink of a text object."""
    left, _, right, _ = item.get_bounds()
    a, b, c, d, pen, baseline = item.get_matrix().get()
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(item, size)
    return Glyph(text, -1, pen, left, right, baseline, size.value * math.hypot(c, d), 1 if b else 0, is_mirrored=a * d < b * c)


def with_left_out(found: Sequence[Glyph], left_out: Sequence[Glyph]) -> list[Glyph]:
    """Return glyphs with those that pdfium left out, each behind what was drawn before it."""
    places = {glyph.drawn: place for place, glyph in enumerate(found)}
    behind: dict[int, list[Glyph]] = {}
    for glyph in left_out:
        behind.setdefault(next((places[at] for at in range(glyph.drawn - 1, -1, -1) if at in places), -1), []).append(glyph)
    together, moved = list[Glyph](), 0
    for place in range(-1, len(found)):
        together += [replace(found[place], index=found[place].index + moved) if moved else found[place]] if place >= 0 else []
        for new in behind.get(place, ()):
            moved += len(new.text)
            together.append(replace(new, index=(together[-1].index + len(together[-1].text)) if together else 0))
    return together


def _marks(item: Any) -> Iterator[Any]:
    return (raw.FPDFPageObj_GetMark(item, place) for place in range(raw.FPDFPageObj_CountMarks(item)))


def _stands_for(mark: Any) -> str:
    """Return the Arabic that a mark of content says it stands for; empty when it says none."""
    length = ctypes.c_ulong()
    if not raw.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", None, 0, length) or not 0 < length.value <= _MOST_BYTES:
        return ""
    buffer = (ctypes.c_ubyte * length.value)()
    raw.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", buffer, length.value, length)
    content = bytes(buffer)
    if not content.startswith((_BIG_ENDIAN, _LITTLE_ENDIAN)):
        return ""
    text = unicodedata.normalize("NFKC", content.decode("utf-16", "replace")).strip()
    return text if ARABIC.search(text) else ""


def _whole(pieces: Sequence[Glyph]) -> Glyph | None:
    """Return the letter, which is drawn last, with the box of all pieces; None where they are not one thing upright."""
    letter = pieces[-1]
    if any(each.angle or each.is_mirrored or abs(each.baseline - letter.baseline) > _HEIGHT * letter.size for each in pieces):
        return None
    left, right = min(glyph.left for glyph in pieces), max(glyph.right for glyph in pieces)
    return Glyph(letter.text, -1, letter.pen, left, right, letter.baseline, letter.size, drawn=letter.drawn, is_stated=True)
