"""The numbers, months, weekdays and eras that a date of a form is written with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from kashf.domain.date import Calendar
from kashf.language.tables.field_words import date_words
from kashf.language.tables.spelling.calendar_words import ARABIC_DAYS, ARABIC_MONTHS, HIJRI_MONTHS, LATIN_MONTHS, LEVANTINE_MONTHS
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words

#: A value of more words is a story, in which a date may be anybody's.
MOST_WORDS: Final = 24
_LONGEST: Final = 4
#: Digits of what may be part of a date.
_MOST_DIGITS: Final = 4
#: "And" before a word in Arabic, "of" behind it in Sorani.
_AND: Final = "و"
_OF: Final = "ي"
#: A number with what makes it an ordinal written onto it: 1er, 2nd.
_ORDINAL: Final = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|er|e|i|in)")


class DateWord(StrEnum):
    """What a word of a date is."""

    NUMBER = "number"
    MONTH = "month"
    WEEKDAY = "weekday"
    ERA = "era"
    AGE = "age"
    AGED = "aged"
    CORRESPONDING = "corresponding"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DateToken:
    """A word of a date.

    Args:
        kind: What it is.
        value: The number, the number of the month from 1, that of the weekday from 0 on Monday.
        digits: How many digits a number has.
        calendar: Of a month or an era.
    """

    kind: DateWord
    value: int = 0
    digits: int = 0
    calendar: Calendar = Calendar.UNKNOWN


@lru_cache(maxsize=1 << 13)
def date_tokens(text: str) -> tuple[DateToken, ...]:
    """Return what the words of a date are, without those that say nothing of it.

    >>> [(token.kind.value, token.value) for token in date_tokens("مواليد ٣ كانون الثاني ١٩٨٨ م")]
    [('number', 3), ('month', 1), ('number', 1988), ('era', 0)]
    """
    return tuple(_tokens(folded_words(text)[:MOST_WORDS]))


def _tokens(words: list[Folded]) -> Iterator[DateToken]:
    at = 0
    while at < len(words):
        number = _number(words[at])
        length, token = (1, number) if number else _longest(words, at)
        if token:
            yield token
        at += length


def _number(word: Folded) -> DateToken | None:
    ordinal = _ORDINAL.fullmatch(word)
    digits = ordinal[1] if ordinal else word
    if not (digits.isascii() and digits.isdigit()):
        return None
    if len(digits) > _MOST_DIGITS:
        return DateToken(DateWord.UNKNOWN)
    return DateToken(DateWord.NUMBER, int(digits), len(digits))


def _longest(words: list[Folded], at: int) -> tuple[int, DateToken | None]:
    known = _known()
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        phrase = " ".join(words[at : at + length])
        for spelled in (phrase, phrase.removeprefix(_AND), phrase.removesuffix(_OF)):
            if spelled in known:
                return length, known[spelled]
    return 1, DateToken(DateWord.UNKNOWN)


@lru_cache(maxsize=1)
def _known() -> Mapping[str, DateToken | None]:
    """Return what each folded word or phrase is; None for filling. Of a word that is listed twice the last counts."""
    found: dict[str, DateToken | None] = {}
    found |= dict.fromkeys(_folded(date_words.FILLING))
    found |= dict.fromkeys(_folded(date_words.AGE), DateToken(DateWord.AGE))
    found |= dict.fromkeys(_folded(date_words.AGED), DateToken(DateWord.AGED))
    found |= dict.fromkeys(_folded(date_words.CORRESPONDING), DateToken(DateWord.CORRESPONDING))
    eras = ((date_words.GREGORIAN, Calendar.GREGORIAN), (date_words.HIJRI, Calendar.HIJRI), (date_words.SOLAR, Calendar.SOLAR_HIJRI))
    for listed, era in eras:
        found |= dict.fromkeys(_folded(listed), DateToken(DateWord.ERA, calendar=era))
    for days in ([(day,) for day in ARABIC_DAYS], date_words.MORE_DAYS):
        found |= {word: DateToken(DateWord.WEEKDAY, place) for place, names in enumerate(days) for word in _all_folded(names)}
    for months, calendar in _months():
        for place, names in enumerate(months):
            found |= dict.fromkeys(_all_folded(names), DateToken(DateWord.MONTH, place + 1, calendar=calendar))
    return found


def _months() -> Iterator[tuple[Iterable[tuple[str, ...]], Calendar]]:
    yield date_words.SOLAR_MONTHS, Calendar.SOLAR_HIJRI
    yield HIJRI_MONTHS, Calendar.HIJRI
    yield date_words.MORE_MONTHS, Calendar.GREGORIAN
    yield LATIN_MONTHS, Calendar.GREGORIAN
    yield [(name,) for name in ARABIC_MONTHS], Calendar.GREGORIAN
    yield [(name,) for name in LEVANTINE_MONTHS], Calendar.GREGORIAN


@lru_cache(maxsize=1)
def known_months() -> Mapping[str, tuple[int, Calendar]]:
    """Return the number and the calendar of each folded name of a month."""
    return {name: (token.value, token.calendar) for name, token in _known().items() if token and token.kind is DateWord.MONTH}


@lru_cache(maxsize=1)
def known_weekdays() -> Mapping[str, int]:
    """Return the number, from 0 on Monday, of each folded name of a weekday."""
    return {name: token.value for name, token in _known().items() if token and token.kind is DateWord.WEEKDAY}


def _folded(listed: str) -> list[str]:
    return _all_folded(listed.split("|"))


def _all_folded(names: Iterable[str]) -> list[str]:
    return [folded for name in names if (folded := " ".join(folded_words(name)))]
