"""What number words count, by folded word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kashf.language.tables import number_words
from kashf.language.words.tokens import folded_words


def _by_word(table: Mapping[int, str]) -> dict[str, int]:
    return {word: value for value, words in table.items() for word in folded_words(words)}


ARABIC_NUMBERS: Final = _by_word(number_words.ARABIC_NUMBERS)
ARABIC_MULTIPLIERS: Final = _by_word(number_words.ARABIC_MULTIPLIERS)
LATIN_NUMBERS: Final = _by_word(number_words.LATIN_NUMBERS)
LATIN_MULTIPLIERS: Final = _by_word(number_words.LATIN_MULTIPLIERS)
#: Endings grown onto an amount: $5m, €20k.
ENDINGS: Final = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9}
INDEFINITE: Final = frozenset(folded_words(number_words.INDEFINITE))

NUMBERS: Final = ARABIC_NUMBERS | LATIN_NUMBERS
MULTIPLIERS: Final = ARABIC_MULTIPLIERS | LATIN_MULTIPLIERS
