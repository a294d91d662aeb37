"""Years that are written in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from kashf.language.measures.counting_words import ARABIC_NUMBERS, LATIN_NUMBERS
from kashf.language.tables.dates import date_phrases, year_phrases
from kashf.language.words.tokens import Word, folded_words

_AND: Final = "و"
_THOUSAND, _HUNDRED, _SCORE, _TEN, _FOUR, _CENTURY = 1000, 100, 20, 10, 4, range(13, 22)
_YEARS: Final = range(1000, 2200)
#: Words of the longest year.
_LONGEST: Final = 12


def number_before(words: Sequence[Word], behind: int) -> tuple[int, int] | None:
    """Return the number of the first word of a number below a hundred, in words, that ends before a word, and the number.

    >>> from kashf.language.words.tokens import words
    >>> number_before(tuple(words("within twenty-five days")), 3), number_before(tuple(words("خلال خمسة عشر يوما")), 3)
    ((1, 25), (1, 15))
    """
    last = _small(words, behind - 1)
    if last is None:
        return None
    first = _small(words, behind - 2)
    if first and last >= _TEN > first and (last == _TEN or words[behind - 1].folded[0] == _AND):
        return behind - 2, first + last
    if first and first % _TEN == 0 and first > _TEN > last:
        return behind - 2, first + last
    middle = behind > 1 and words[behind - 2].folded in _and() and _small(words, behind - 3)
    if middle and middle % _TEN == 0 and middle > _TEN > last:
        return behind - 3, middle + last
    return behind - 1, last


def _small(words: Sequence[Word], at: int) -> int | None:
    if not 0 <= at < len(words):
        return None
    folded = words[at].folded
    value = _values().get(folded, _values().get(folded[1:]) if folded[0] in "وبل" else None)
    return value if value and 0 < value < _HUNDRED and folded not in _within() else None


def year_in_words(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Return how many words a year has that begins with a word, and the year; None where none does.

    >>> from kashf.language.words.tokens import words
    >>> [year_in_words(tuple(words(text)), 0) for text in ("ألف وأربعمائة وستة وثلاثين", "two thousand and nine", "nineteen fifty", "two")]
    [(4, 1436), (4, 2009), (2, 1950), None]
    """
    total = part = 0
    length, is_year = 0, False
    for place in range(at, min(at + _LONGEST, len(words))):
        folded = words[place].folded
        is_joined = folded[0] == _AND and folded[1:] in _values()
        value = _values().get(folded[1:] if is_joined else folded)
        if value is None:
            if folded in _and() and place > at:
                continue
            break
        if value >= _THOUSAND:
            # Units first, "and a thousand" last, as deeds in Arabic write it; else what stands before is multiplied.
            total, part = (total + part + value, 0) if is_joined or value > _THOUSAND else (total + max(part, 1) * value, 0)
            is_year = True
        elif value == _HUNDRED and folded in _hundreds():
            is_year = is_year or part in _CENTURY
            part = part * value if part else value
        elif abs(value) == _SCORE and place > at and words[place - 1].folded in _four():
            part += _FOUR * _SCORE - _FOUR
        elif part in _CENTURY and value >= _SCORE / 2 and not total:
            total, part, is_year = part * _HUNDRED, value, True
        else:
            part += value
        length = place - at + 1
    year = total + part
    return (length, year) if is_year and year in _YEARS else None


@lru_cache(maxsize=1)
def beginnings_of_years() -> frozenset[str]:
    """Return the words that a year in words may begin with: not all numbers, of which texts are full."""
    return frozenset(word for word, value in _values().items() if value >= _THOUSAND or 0 < value <= _SCORE) - _folded(
        date_phrases.WEAK_LABEL
    )


@lru_cache(maxsize=1)
def thousands() -> frozenset[str]:
    """Return the words without one of which hardly a year is written in words."""
    return _folded(f"{year_phrases.THOUSAND}|{year_phrases.TWO_THOUSAND}") - _folded(year_phrases.NOT_SIGNS)


@lru_cache(maxsize=1)
def _values() -> Mapping[str, int]:
    found = {**LATIN_NUMBERS, **ARABIC_NUMBERS}
    for value, listed in year_phrases.NUMBERS.items():
        found |= dict.fromkeys(_folded(listed), value)
    found |= dict.fromkeys(_folded(year_phrases.TEN_WITHIN), _SCORE // 2)
    found |= dict.fromkeys(_folded(year_phrases.SCORES), -_SCORE)
    found |= dict.fromkeys(_hundreds(), _HUNDRED)
    found |= dict.fromkeys(_folded(year_phrases.THOUSAND), _THOUSAND)
    found |= dict.fromkeys(_folded(year_phrases.TWO_THOUSAND), 2 * _THOUSAND)
    return found


@lru_cache(maxsize=1)
def _hundreds() -> frozenset[str]:
    return _folded(year_phrases.HUNDRED)


@lru_cache(maxsize=1)
def _within() -> frozenset[str]:
    return _folded(year_phrases.TEN_WITHIN)


@lru_cache(maxsize=1)
def _four() -> frozenset[str]:
    """Return what stands before twenty in French where eighty is meant."""
    return _folded(year_phrases.NUMBERS[_FOUR])


@lru_cache(maxsize=1)
def _and() -> frozenset[str]:
    return _folded(year_phrases.AND)


def _folded(listed: str) -> frozenset[str]:
    return frozenset(word for each in listed.split("|") for word in folded_words(each))
