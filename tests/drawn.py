"""Lines of text as glyphs on a page, laid out as a program with Arabic does."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kashf.sandboxed.engines.pdfium.glyphs.glyph import Glyph

SIZE = 10.0
LETTER, SPACE = 5.0, 3.0


def cells(word: str) -> list[str]:
    """Return letters, each with its marks."""
    found: list[str] = []
    for character in word:
        if unicodedata.category(character) == "Mn" and found:
            found[-1] += character
        else:
            found.append(character)
    return found


def seen(words: Sequence[str]) -> list[str]:
    """Return what is seen from left to right where words are read from right to left; those without Arabic letters are not turned round."""
    found: list[str] = []
    for word in reversed(words):
        is_arabic = any(unicodedata.bidirectional(character) == "AL" for character in word)
        found += [*(reversed(cells(word)) if is_arabic else word), " "]
    return found[:-1]


def glyphs(line: Sequence[str], *, baseline: float = 700.0, first: int = 0, left: float = 50.0) -> list[Glyph]:
    """Return the glyphs of cells that stand side by side from `left`, marks over their letters and a little higher."""
    return list(_glyphs(line, baseline, first, left))


def _glyphs(line: Sequence[str], baseline: float, first: int, left: float) -> Iterator[Glyph]:
    for cell in line:
        if cell == " ":
            first += 1
        else:
            for place, character in enumerate(cell):
                letter = Glyph(character, first, left, left, left + LETTER, baseline, SIZE)
                yield letter if not place else replace(letter, pen=left + 1, left=left + 1, right=left + 3, baseline=baseline + place)
                first += 1
        left += SPACE if cell == " " else LETTER


def numbered(found: Sequence[Glyph]) -> list[Glyph]:
    """Return glyphs as if they had been found in this order."""
    return [replace(glyph, index=index) for index, glyph in enumerate(found)]
