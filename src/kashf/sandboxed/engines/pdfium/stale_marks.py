"""Marks that a PDF says of a letter which has others: a program may note for each glyph what it stood for first, marks of that word too.

The marks that stand on the page are drawn by themselves then, most of them without a name but the one that their font has for them.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from kashf.sandboxed.engines.pdfium.glyphs.glyph import HAMZAS, Glyph

#: Share of the letters with marks over which a mark is drawn by itself, where all are.
_MOST = 0.5


def without_stale_marks(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Return glyphs, letters without marks where marks are drawn by themselves; a hamza is a mark where hamzas are."""
    marks = sorted((glyph for glyph in glyphs if glyph.is_inferred and glyph.is_mark), key=lambda each: each.centre)
    if 2 * len(marks) <= sum(glyph.is_mark for glyph in glyphs):
        return glyphs
    claims = [glyph for glyph in glyphs if not glyph.is_stated and _has_marks(glyph)]
    centres = [mark.centre for mark in marks]
    marked = sum(any(_is_over(mark, claim) for mark in _near(claim, marks, centres)) for claim in claims)
    if not marked or marked < _MOST * len(claims):
        return glyphs
    has_hamzas = any(mark.text[0] in HAMZAS for mark in marks)
    bare = {glyph.index: _bare(glyph.text, has_hamzas=has_hamzas) for glyph in glyphs if not glyph.is_mark and not glyph.is_stated}
    return [replace(glyph, text=bare.get(glyph.index, glyph.text)) for glyph in glyphs]


def _has_marks(glyph: Glyph) -> bool:
    return len(glyph.text) > 1 and glyph.is_arabic and not glyph.is_mark and _bare(glyph.text, has_hamzas=False) != glyph.text


def _near(claim: Glyph, marks: Sequence[Glyph], centres: Sequence[float]) -> Sequence[Glyph]:
    return marks[bisect_left(centres, claim.left) : bisect_right(centres, claim.right)]


def _is_over(mark: Glyph, claim: Glyph) -> bool:
    return mark.angle == claim.angle and abs(mark.baseline - claim.baseline) <= claim.size


def _bare(text: str, *, has_hamzas: bool) -> str:
    """Return text without marks; hamzas stay unless they are drawn by themselves."""
    parts = unicodedata.normalize("NFD", text) if has_hamzas else text
    return "".join(character for character in parts if unicodedata.category(character) != "Mn")
