"""A text layer that is on the page twice: what was typed, or read by OCR, written once more over itself."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.sandboxed.engines.pdfium.glyphs.glyph import Glyph

#: Share of the size of the font by which the second layer may be shifted, and share of the letters that must stand so.
_SHIFT, _MOST = 0.6, 0.9
#: Letters of a layer below which nothing is said.
_ENOUGH = 8


def may_be_doubled(text: str) -> bool:
    """Tell whether the second half of a text says what the first one does."""
    letters = "".join(text.split())
    half = len(letters) // 2
    return half >= _ENOUGH and letters[:half] == letters[half:]


def once(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Return glyphs without the second layer, when all are there twice in about the same places."""
    letters = [glyph for glyph in glyphs if not glyph.text.isspace()]
    half = len(letters) // 2
    if not may_be_doubled("".join(glyph.text for glyph in letters)):
        return glyphs
    pairs = zip(letters[:half], letters[half:], strict=True)
    near = sum(abs(one.pen - other.pen) + abs(one.baseline - other.baseline) <= _SHIFT * one.size for one, other in pairs)
    return [glyph for glyph in glyphs if glyph.index < letters[half].index] if near >= _MOST * half else glyphs
