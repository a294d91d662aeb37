"""Whether a word tells of what was done: by the shapes of Arabic, English and Turkish verbs, and by lists for the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from typing import Final

from kashf.language.tables.dates import past_words
from kashf.language.words.tokens import Word, folded_words

_ARABIC: Final = re.compile(past_words.ARABIC_SHAPES)
_ENGLISH: Final = re.compile("[a-z]{2,}ed")
_TURKISH: Final = re.compile("[a-z]{3,}(?:[dt][iu]|m[iu]s(?:t[iu]r)?)(?:l[ae]r|k|m|n)?")
_FRENCH: Final = re.compile("é(?:e?s?)$")
#: Before a participle: it tells of what is or will be.
_NOT_YET: Final = frozenset(("be", "being", "to", "is", "are", "not"))
_MOST_LETTERS: Final = 14
_SHORTEST: Final = 2


def is_past(text: str, words: Sequence[Word], at: int, *, by_shape: bool = True) -> bool:
    """Return whether a word of a text tells of what was done; a name is none, however it ends.

    Args:
        text: Hostile.
        words: Its words.
        at: Number of the word.
        by_shape: Whether words in Arabic letters are Arabic, whose verbs are told by their shape; those of Persian are not.

    >>> from kashf.language.words.tokens import words
    >>> text = "اندلعت النار ثم she returned"
    >>> [word.folded for at, word in enumerate(found := list(words(text))) if is_past(text, found, at)]
    ['اندلعت', 'returned']
    """
    start, end, folded = words[at]
    how = _how(folded)
    if how is _How.NOT:
        return False
    if how is _How.LISTED:
        return True
    if how is _How.ARABIC:
        return by_shape
    if how is _How.BEGINS:
        return at + 1 < len(words) and f"{folded} {words[at + 1].folded}" in _listed()
    before = words[at - 1].folded if at else ""
    if how is _How.LATIN:
        return not text[start].isupper() and before not in _NOT_YET
    return before in _auxiliaries() and _FRENCH.search(text[start:end]) is not None


class _How(Enum):
    """How a word may tell of the past: never, by a list, by its Arabic or Latin shape, with the word behind it, behind an auxiliary."""

    NOT = 0
    LISTED = 1
    ARABIC = 2
    LATIN = 3
    BEGINS = 4
    PARTICIPLE = 5


@lru_cache(maxsize=1 << 14)
def _how(folded: str) -> _How:
    if folded in _listed():
        return _How.LISTED
    if folded in _begins():
        return _How.BEGINS
    if not folded.isascii():
        return _How.ARABIC if _is_arabic(folded) else _How.NOT
    if folded not in _not_verbs() and (_ENGLISH.fullmatch(folded) or _TURKISH.fullmatch(folded)):
        return _How.LATIN
    return _How.PARTICIPLE if folded.rstrip("s").endswith("e") else _How.NOT


def _is_arabic(folded: str) -> bool:
    if len(folded) > _MOST_LETTERS or folded.startswith(past_words.ARTICLES) or folded in _not_verbs():
        return False
    if _ARABIC.fullmatch(folded):
        return True
    forms = (folded, folded[1:]) if folded[0] in "وف" else (folded,)
    if forms[-1] in _stems():
        return True
    return any(form.endswith(ending) and form[: -len(ending)] in _stems() for form in forms for ending in past_words.ENDINGS)


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    lists = (past_words.ARABIC, past_words.ENGLISH, past_words.FRENCH, past_words.TURKISH, past_words.PERSIAN, past_words.KURDISH)
    return frozenset(" ".join(folded_words(each)) for listed in lists for each in listed.split("|"))


@lru_cache(maxsize=1)
def _begins() -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in _listed() if " " in phrase)


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    """Return Arabic verbs of the list onto which endings may be written; those of two letters are rather other words."""
    return frozenset(word for each in past_words.ARABIC.split("|") for word in folded_words(each) if len(word) > _SHORTEST)


@lru_cache(maxsize=1)
def _not_verbs() -> frozenset[str]:
    return frozenset(word for listed in (past_words.NOT_ARABIC, past_words.NOT_ENGLISH) for word in folded_words(listed.replace("|", " ")))


@lru_cache(maxsize=1)
def _auxiliaries() -> frozenset[str]:
    return frozenset(folded_words(past_words.FRENCH_AUXILIARIES.replace("|", " ")))
