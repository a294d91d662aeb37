"""The words of numbers, units, money, weapons and goods, folded when the module is loaded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kashf.language.tables import measure_words
from kashf.language.words.tokens import folded_words


def _words(*texts: str) -> frozenset[str]:
    return frozenset(word for text in texts for word in folded_words(text))


def bare(word: str) -> str:
    """Return a folded Arabic word without its article: phrases are compared so, because adjectives repeat it."""
    return word[2:] if word.startswith("ال") and len(word) >= 5 else word


def _phrases(*texts: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return comma-separated phrases by their first word, the longest first."""
    by_first: dict[str, set[tuple[str, ...]]] = {}
    for text in texts:
        for phrase in text.split(","):
            if words := tuple(map(bare, folded_words(phrase))):
                by_first.setdefault(words[0], set()).add(words)
    return {first: _longest_first(phrases) for first, phrases in by_first.items()}


def _longest_first(phrases: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


UNITS: Final = _words(measure_words.UNITS)
#: Units that grow onto digits in Latin letters: 20mm, 5kg, 3km.
GLUED_UNITS: Final = frozenset(("kg", "g", "km", "mm", "cm", "l", "t", "m"))

#: People that are counted.
PEOPLE: Final = _words(measure_words.PEOPLE)

ARABIC_GOODS: Final = _phrases(measure_words.ARABIC_GOODS)
#: Behind weapons in Arabic.
ARABIC_ADJECTIVES: Final = _words(measure_words.ARABIC_ADJECTIVES)
#: "Anti-" is followed by what it is against: مضاد للدروع.
ARABIC_AGAINST: Final = _words(measure_words.ARABIC_AGAINST)
CALIBRE: Final = _words(measure_words.CALIBRE)

LATIN_GOODS: Final = _phrases(measure_words.LATIN_GOODS)
#: Before weapons in English; "anti" and "aircraft" are two words of one.
LATIN_MODIFIERS: Final = _words(measure_words.LATIN_MODIFIERS)
#: "Anti-" and "tank" qualify only with a word behind them, and are no weapons there.
LATIN_COMPOUND: Final = frozenset(("anti", "semi", "surface", "air", "bolt", "tank"))
