"""Where a word begins behind the particles written onto it, in the original text."""

from __future__ import annotations

from kashf.language.words.stemming import fold
from kashf.language.words.tokens import Word


def start_behind(text: str, word: Word, letters: int) -> int:
    """Return the code point where a word begins behind so many folded letters; its own start where a ligature hides the border.

    Args:
        text: The text it stands in.
        word: The word.
        letters: How many letters of its folded form do not belong to the name.

    Example:
        >>> start_behind("وَبِالرقة", Word(0, 9, "وبالرقه"), 2)
        4
    """
    passed = 0
    for place in range(word.start, word.end) if letters else ():
        length = len(fold(text[place]))
        if passed >= letters and length:
            return place if passed == letters else word.start
        passed += length
    return word.start
