"""A character as it stands on a page."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

#: Letters, marks and presentation forms, without digits and punctuation.
ARABIC = re.compile(
    "[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"
)

ALEFS = frozenset("\u0622\u0623\u0625\u0627\u0671")
LAM = "\u0644"
#: Maddah and hamzas as marks, which are one letter with the letter under or over them.
HAMZAS = frozenset("\u0653\u0654\u0655")
#: Stands for a character that the font does not say.
UNKNOWN = "\ufffd"
#: Texts of glyphs, of which a page has few different ones, whose kind is kept in mind.
_KEPT = 2048


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character and its place, in points along and across the direction in which it is written.

    Attributes:
        text: One character, or several when a glyph stands for them; none when only the ink is known, as that of a letter whose text is
            given with its mark.
        index: Its place in the order in which it was found.
        pen: Where the pen stood when it was drawn, its left end whatever the script.
        left: Of its box.
        right: Of its box.
        baseline: On which it stands, growing upwards.
        size: Of its font.
        angle: In which it is written, in whole degrees.
        is_part: Whether more ink belongs to it than its box shows, as when it is the box of a mark.
        is_mirrored: Whether it was drawn so that the pen goes to the left, as OCR writes Arabic and the numbers in it under a picture.
        drawn: Place of what it was drawn with among all that was drawn; -1 when it is not known.
        host: For a mark, the index of the letter it belongs to; -1 when it is not known.
        is_stated: Whether the page itself says what it stands for.
        is_inferred: Whether only its font says what it stands for.
    """

    text: str
    index: int
    pen: float
    left: float
    right: float
    baseline: float
    size: float
    angle: int = 0
    is_part: bool = False
    is_mirrored: bool = False
    drawn: int = -1
    host: int = -1
    is_stated: bool = False
    is_inferred: bool = False

    @property
    def centre(self) -> float:
        """Return the middle of its box."""
        return (self.left + self.right) / 2

    @property
    def is_blank(self) -> bool:
        """Return whether it is a space without width, which tells that there is one but not how wide."""
        return self.text.isspace() and self.right <= self.left

    @property
    def is_mark(self) -> bool:
        """Return whether it is written over or under a letter."""
        return _is_mark(self.text)

    @property
    def is_arabic(self) -> bool:
        """Return whether it is an Arabic letter or mark."""
        return _is_arabic(self.text)


@lru_cache(_KEPT)
def _is_mark(text: str) -> bool:
    return text != "" and all(unicodedata.category(character) == "Mn" for character in text)


@lru_cache(_KEPT)
def _is_arabic(text: str) -> bool:
    return ARABIC.search(text) is not None
