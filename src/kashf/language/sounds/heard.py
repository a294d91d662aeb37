"""A word as its spelling is judged: folded once, with the forms in which it may stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kashf.language.sounds.spellings import as_one_word, is_name, latin_forms, vowelled
from kashf.language.sounds.units import is_arabic
from kashf.language.words.folding import Folded, fold

#: How a word is written: no name, Arabic, Arabic with known vowels, Latin.
NO_NAME: Final = 0
ARABIC: Final = 1
VOWELLED: Final = 2
LATIN: Final = 3


@dataclass(frozen=True, slots=True)
class Heard:
    """A word with its forms.

    Attributes:
        folded: The folded word, as one word.
        script: `NO_NAME`, `ARABIC`, `VOWELLED` or `LATIN`.
        forms: What is compared with a word in another script, or another Latin word.
    """

    folded: Folded
    script: int
    forms: tuple[str, ...]


@lru_cache(maxsize=1 << 17)
def heard(written: str) -> Heard:
    """Return a single word, folded or as somebody wrote it, ready to be compared; each is folded once, as it is remembered.

    Example:
        >>> heard("Al-Shamali").folded, heard("عمر").script == VOWELLED
        ('alshamali', True)
    """
    word = as_one_word(written)
    folded = fold(word)
    if not is_name(folded):
        return Heard(folded, NO_NAME, ())
    if not is_arabic(folded):
        return Heard(folded, LATIN, latin_forms(word, folded))
    known = vowelled(folded)
    return Heard(folded, VOWELLED if known else ARABIC, known or (word,))
