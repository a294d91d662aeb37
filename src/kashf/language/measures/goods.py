"""Weapons and goods: the phrase that begins at a word, with its adjectives, its calibre and what it is against."""

from __future__ import annotations

from kashf.language.measures.numerals import Tokens, readings
from kashf.language.measures.unit_names import (
    ARABIC_ADJECTIVES,
    ARABIC_AGAINST,
    ARABIC_GOODS,
    CALIBRE,
    LATIN_COMPOUND,
    LATIN_GOODS,
    LATIN_MODIFIERS,
    bare,
)
from kashf.language.words.folding import Folded

#: English modifiers before one noun: semi-automatic anti-aircraft has four.
_MOST_MODIFIERS = 5


def goods_end(tokens: Tokens, index: int) -> int:
    """Return the index behind the goods that begin at a word, the index itself when none do.

    Example:
        >>> goods_end(Tokens("heavy anti-aircraft machine guns"), 0), goods_end(Tokens("بالبنادق الآلية"), 0)
        (5, 2)
    """
    word = tokens.folded(index)
    if not word:
        return index
    return _latin_end(tokens, index) if word.isascii() else _arabic_end(tokens, index)


def may_be_goods(word: Folded) -> bool:
    """Return whether goods may begin with a folded word.

    Example:
        >>> may_be_goods("بالبنادق"), may_be_goods("heavy"), may_be_goods("letter")
        (True, True, False)
    """
    if word.isascii():
        return word in LATIN_MODIFIERS or word in LATIN_GOODS
    return any(form in ARABIC_GOODS for form in readings(word))


def _arabic_end(tokens: Tokens, index: int) -> int:
    end = index
    for form in readings(tokens.folded(index)):
        end = max(end, *(_phrase_end(tokens, index, phrase) for phrase in ARABIC_GOODS.get(form, ((),))))
    if end == index:
        return index
    while tokens.goes_on(end - 1) and _is_adjective(tokens, end):
        end += 1
    return _calibre_end(tokens, end)


def _is_adjective(tokens: Tokens, index: int) -> bool:
    """Return whether a word describes the weapon before it; إليه ("to him") folds like آلية ("automatic") and does not."""
    word = tokens.folded(index)
    if word.startswith("الي") and tokens.text[tokens.words[index].start] == "إ":
        return False
    return bare(word) in ARABIC_ADJECTIVES or word in ARABIC_AGAINST


def _latin_end(tokens: Tokens, index: int) -> int:
    if (tokens.folded(index) == "tank" and tokens.folded(index - 1) == "think") or not tokens.is_ascii(index):
        return index  # Turkish gün ("day") folds to gun.
    head = index
    while head - index < _MOST_MODIFIERS and tokens.folded(head) in LATIN_MODIFIERS and tokens.goes_on(head):
        if _phrases_end(tokens, head) > head + 1 or (_phrases_end(tokens, head) > head and tokens.folded(head) not in LATIN_COMPOUND):
            break
        head += 1
    end = _phrases_end(tokens, head)
    if end == head:  # "tanks" is a weapon, "tank" before no other weapon is one too.
        end = head = index if _phrases_end(tokens, index) == index else _phrases_end(tokens, index)
    return _calibre_end(tokens, end) if end > index else index


def _phrases_end(tokens: Tokens, index: int) -> int:
    return max((_phrase_end(tokens, index, phrase) for phrase in LATIN_GOODS.get(tokens.folded(index), ())), default=index)


def _phrase_end(tokens: Tokens, index: int, phrase: tuple[str, ...]) -> int:
    """Return the index behind a phrase whose first word stands here, the index itself when the rest does not follow."""
    for offset in range(1, len(phrase)):
        if not tokens.goes_on(index + offset - 1) or bare(tokens.folded(index + offset)) != phrase[offset]:
            return index
    return index + len(phrase)


def _calibre_end(tokens: Tokens, end: int) -> int:
    """Take in a calibre behind a weapon: عيار ٢٣ ملم."""
    if tokens.folded(end) in CALIBRE and tokens.goes_on(end - 1) and tokens.folded(end + 1)[:1].isdigit():
        behind = max(tokens.digits_end(end + 1), end + 2)
        return behind + (tokens.folded(behind) in {"ملم", "مم", "mm"})
    return end
