"""Common words of English: what a capital letter alone makes no name of."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from kashf.language.tables.latin import english_words
from kashf.language.words.folding import fold
from kashf.language.words.remember import remembered

#: Endings of inflection, and what they may have taken the place of.
_ENDINGS: Final = (
    *(("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e")),
    *(("ers", ""), ("ly", ""), ("ally", ""), ("ness", ""), ("ability", "able"), ("ion", ""), ("ion", "e")),
)
#: Endings that only words have, never the name of a man or a place of the Arab world, of so many letters.
_OF_WORDS: Final = ("tion", "tions", "ment", "ments", "ness", "able", "ible", "ware", "ically", "ality", "ivity", "ably")
#: Pasts that no ending shows, and that spellings of names look like: سعيد is not "said".
_IRREGULAR: Final = (
    "said made done went gone took taken gave given came saw seen knew known held kept left lost met paid read sold sent told"
)
_LEAST: Final = 7
_LEAST_STEM: Final = 3


@remembered(1 << 14)
def is_english_word(folded: str) -> bool:
    """Return whether a folded word is a common word of English, in any of its forms, or the adjective of a nation.

    Example:
        >>> [is_english_word(word) for word in ("already", "chapters", "licensing", "syrian", "nuran", "salim")]
        [True, True, True, True, False, False]
    """
    known = _known()
    if folded in known or (len(folded) >= _LEAST and folded.endswith(_OF_WORDS)):
        return True
    return any(_stem(folded, ending, instead) in known for ending, instead in _ENDINGS if folded.endswith(ending))


def _stem(folded: str, ending: str, instead: str) -> str:
    """Return a word without an ending, with one letter instead of two where it was doubled: stopped, stop; "" when too little is left."""
    stem = folded[: -len(ending)] + instead
    if len(stem) < _LEAST_STEM:
        return ""
    is_doubled = ending in {"ed", "ing", "er", "ers"} and not instead and stem[-1] == stem[-2] and stem[-1] not in "sl"
    return stem[:-1] if is_doubled else stem


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    words = f"{english_words.EVERYDAY} {english_words.MANUALS} {english_words.NATIONS} {_IRREGULAR}"
    return frozenset(fold(words).split())
