"""The words of a running text that a date may be made of, each with its place: one look-up a word, whatever the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from kashf.domain.date import Calendar
from kashf.language.dates.date_tokens import known_months, known_weekdays
from kashf.language.tables.dates import date_phrases
from kashf.language.tables.field_words import date_words
from kashf.language.words.clitics import LETTERS, with_letters
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import Word, folded_words

#: Words of the longest phrase, digits of the longest number that may be part of a date, characters between its parts.
_LONGEST_PHRASE: Final = 6
_MOST_DIGITS: Final = 5
_LONGEST_GAP: Final = 16
#: Words before and behind a number or a month that may belong to its date.
_REACH: Final = 9
#: A number with what makes it an ordinal written onto it, and the day before the hour of ISO 8601.
_ORDINAL: Final = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|er|eme|inci|nci|t[0-9]{2})")
#: A year with the era or a Turkish ending written onto it.
_WITH_ERA: Final = re.compile(r"([0-9]{3,4})(h|ah|ad|ce|bce|m)")
#: White space, brackets and invisible characters say nothing of how numbers belong together.
_SILENT: Final = re.compile("[\\s()\u061c\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
_TATWEEL: Final = "ـ"


class PieceKind(StrEnum):
    """What a word or phrase may be in a date."""

    NUMBER = "number"
    MONTH = "month"
    DAY_NAME = "day-name"
    WEEKDAY = "weekday"
    ERA = "era"
    WORD = "word"


class DatePiece(NamedTuple):
    """A word or phrase that may be part of a date.

    Attributes:
        kind: What it is.
        start: First code point.
        end: One past the last.
        first: Number of its first word in the text.
        last: Number of its last word.
        value: The number; the month from 1; the weekday from 0 on Monday; the day of the month, -1 for the last.
        digits: How many digits a number has.
        calendar: Of a month or an era.
        roles: What else it may be: names of the lists in `tables.dates.date_phrases`.
        is_weak: Of a month: it is a word or a name of its own, too.
        gap: What stands before it, silent characters left out; " " where the word before is no piece; a line break behind an empty line.
        written: Its folded words.
    """

    # A tuple, as words are: a text with many numbers has hundreds.
    kind: PieceKind
    start: int
    end: int
    first: int
    last: int
    value: int = 0
    digits: int = 0
    calendar: Calendar = Calendar.UNKNOWN
    roles: frozenset[str] = frozenset()
    is_weak: bool = False
    gap: str = ""
    written: str = ""

    def may(self, role: str) -> bool:
        """Return whether it may be a word of a list."""
        return role in self.roles


@dataclass(frozen=True, slots=True)
class _Sense:
    kind: PieceKind
    value: int = 0
    calendar: Calendar = Calendar.UNKNOWN
    is_weak: bool = False
    roles: frozenset[str] = frozenset()


def pieces_of(text: str, words: Sequence[Word]) -> list[DatePiece]:
    """Return the pieces of a text in order; words that no date has are left out.

    Args:
        text: Hostile, of any length.
        words: Its words.

    Example:
        >>> from kashf.language.words.tokens import words
        >>> text = "وصل في ٢٠ محرم ١٤٣٥ هـ"
        >>> [(piece.kind.value, piece.value) for piece in pieces_of(text, words(text))]
        [('word', 0), ('number', 20), ('month', 1), ('number', 1435), ('era', 0)]
    """
    known, begins, anchors = _phrases(), _beginnings(), _anchors()
    found: list[DatePiece] = []
    at, free, count = 0, 0, len(words)
    # Few words of a text stand near a number or a month: the others are not looked at twice.
    places = [place for place, (_, _, folded) in enumerate(words) if folded in anchors or folded[0].isdigit()]
    for place in places:
        at = max(at, free, place - _REACH)
        free = min(count, place + _REACH)
        at = _read(text, words, (at, free), known, begins, found)
    return found


def _read(
    text: str,
    words: Sequence[Word],
    within: tuple[int, int],
    known: Mapping[str, _Sense],
    begins: Mapping[str, int],
    found: list[DatePiece],
) -> int:
    """Add the pieces of a stretch of words to those that are found, and return the number of the word behind the last."""
    at, end = within
    while at < end:
        folded = words[at].folded
        if folded[0].isdigit():
            start, stop, _ = words[at]
            if len(folded) == stop - start and folded.isdigit():  # No sign is written onto most numbers.
                found.append(_number(folded, start, stop, at, _gap(text, found, at, start)))
            else:
                found += _numbers(text, words, at, found)
            at += 1
            continue
        if folded in begins or (folded[0] in LETTERS and folded[1:] in begins):
            length, sense = _longest(words, at, known, begins)
            if sense:
                found.append(_piece(text, words, at, length, sense, found))
                at += length
                continue
        at += 1
    return at


def _longest(words: Sequence[Word], at: int, known: Mapping[str, _Sense], begins: Mapping[str, int]) -> tuple[int, _Sense | None]:
    """Return how many words the longest known phrase has that begins here, a particle before it left out, and what it is."""
    folded = words[at].folded
    for first in (folded, folded[1:]) if folded[0] in LETTERS else (folded,):
        for length in range(min(begins.get(first, 0), len(words) - at), 0, -1):
            phrase = " ".join((first, *(word.folded for word in words[at + 1 : at + length]))) if length > 1 else first
            if (sense := known.get(phrase)) and (first is folded or sense.kind is not PieceKind.ERA or len(phrase) > 1):
                return length, sense  # Behind a letter written onto it, one letter is no era but a word: لم, بم.
    return 1, None


def _piece(text: str, words: Sequence[Word], at: int, length: int, sense: _Sense, before: Sequence[DatePiece]) -> DatePiece:
    start, end = words[at].start, words[at + length - 1].end
    written = " ".join(word.folded for word in words[at : at + length]) if length > 1 else words[at].folded
    return DatePiece(
        sense.kind,
        start,
        end,
        at,
        at + length - 1,
        sense.value,
        0,
        sense.calendar,
        sense.roles,
        sense.is_weak,
        _gap(text, before, at, start),
        written,
    )


def _numbers(text: str, words: Sequence[Word], at: int, before: Sequence[DatePiece]) -> Iterator[DatePiece]:
    """Yield the numbers of a word: one, or more where tatweel divides them; of a year with its era written onto it, both."""
    start, end, folded = words[at]
    said = text[start:end]
    gap = _gap(text, before, at, start)
    if _TATWEEL in said.rstrip(_TATWEEL):
        place = start
        for number in said.split(_TATWEEL):
            if number:
                yield _number(Folded("".join(folded_words(number))), place, place + len(number), at, gap)
                gap = _TATWEEL
            place += len(number) + 1
        return
    if found := _WITH_ERA.fullmatch(folded):
        calendar = Calendar.HIJRI if found[2] in {"h", "ah"} else Calendar.GREGORIAN
        yield _number(Folded(found[1]), start, start + len(found[1]), at, gap)
        yield DatePiece(PieceKind.ERA, start + len(found[1]), end, at, at, calendar=calendar, written=found[2])
        return
    ordinal = _ORDINAL.fullmatch(folded)
    cut = start + len(ordinal[1]) if ordinal and "t" in folded[1:] and folded[-1].isdigit() else end
    yield _number(Folded(ordinal[1]) if ordinal else folded, start, cut, at, gap)


def _number(digits: Folded, start: int, end: int, at: int, gap: str) -> DatePiece:
    if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS:
        return DatePiece(PieceKind.NUMBER, start, end, at, at, int(digits), len(digits), gap=gap, written=digits)
    return DatePiece(PieceKind.WORD, start, end, at, at, gap=gap, written=digits[:_MOST_DIGITS], roles=frozenset({"SIGN"}))


def _gap(text: str, before: Sequence[DatePiece], at: int, start: int) -> str:
    """Return the signs between a piece and the one before it; " " where a word or too much stands between, an empty line a line break."""
    if not before or before[-1].last < at - 1:
        return " "
    gap = text[before[-1].end : start]
    if len(gap) > _LONGEST_GAP or "\t" in gap:
        return " "
    if gap.count("\n") > 1:
        return "\n"
    signs = _SILENT.sub("", gap)
    if not signs and before[-1].kind is PieceKind.NUMBER and text[before[-1].end - 1] == _TATWEEL:
        return _TATWEEL
    return signs.strip(_TATWEEL) or signs[:1]


@lru_cache(maxsize=1)
def signs_of_dates() -> frozenset[str]:
    """Return the words without one of which, or a number, there is no date: the longest of each month's name, particles before it."""
    months = (phrase for phrase, sense in _phrases().items() if sense.kind is PieceKind.MONTH)
    return frozenset(each for phrase in months for each in with_letters(max(phrase.split(" "), key=len)))


@lru_cache(maxsize=1)
def _anchors() -> frozenset[str]:
    """Return the words that months and days begin with, with particles before them: no date is without one, or a number."""
    named = {PieceKind.MONTH, PieceKind.DAY_NAME}
    begins = {phrase.partition(" ")[0] for phrase, sense in _phrases().items() if sense.kind in named}
    return frozenset(each for word in begins for each in with_letters(word))


@lru_cache(maxsize=1)
def _beginnings() -> Mapping[str, int]:
    """Return how many words the longest phrase has that begins with a word."""
    found: dict[str, int] = {}
    for phrase in _phrases():
        first, length = phrase.partition(" ")[0], phrase.count(" ") + 1
        found[first] = max(found.get(first, 0), min(length, _LONGEST_PHRASE))
    return found


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, _Sense]:
    """Return what each phrase may be: a month before a day in words, before other words, whose lists are added up."""
    roles: dict[str, set[str]] = {}
    for name, listed in vars(date_phrases).items():
        if name.isupper() and isinstance(listed, str):
            for phrase in _folded(listed.split("|")):
                roles.setdefault(phrase, set()).add(name)
    found = {phrase: _Sense(PieceKind.WORD, roles=frozenset(names)) for phrase, names in roles.items() if names != {"WEAK_MONTHS"}}
    for name, day in (("FIRST_DAY", 1), ("LAST_DAY", -1)):
        found |= dict.fromkeys(_folded(getattr(date_phrases, name).split("|")), _Sense(PieceKind.DAY_NAME, day))
    for place, listed in enumerate(date_phrases.ORDINALS):
        found |= dict.fromkeys(_folded(listed.split("|")), _Sense(PieceKind.DAY_NAME, place + 1))
    for listed, era in (
        (date_words.GREGORIAN, Calendar.GREGORIAN),
        (date_words.HIJRI, Calendar.HIJRI),
        (date_words.SOLAR, Calendar.SOLAR_HIJRI),
    ):
        for phrase in _folded(listed.split("|")):
            found[phrase] = _Sense(PieceKind.ERA, calendar=era, roles=frozenset(roles.get(phrase, ())))
    for phrase, weekday in known_weekdays().items():
        found[phrase] = _Sense(PieceKind.WEEKDAY, weekday)
    weak = {*_folded(date_phrases.WEAK_MONTHS.split("|"))}
    for phrase, (month, calendar) in _months().items():
        found[phrase] = _Sense(PieceKind.MONTH, month, calendar, phrase in weak, frozenset(roles.get(phrase, ())))
    return found


def _months() -> Mapping[str, tuple[int, Calendar]]:
    found = dict(known_months())
    others = (
        (date_phrases.MORE_SOLAR, Calendar.SOLAR_HIJRI),
        (date_phrases.MORE_HIJRI, Calendar.HIJRI),
        (date_phrases.MORE_GREGORIAN, Calendar.GREGORIAN),
    )
    for more, calendar in others:
        for month, listed in more.items():
            found |= dict.fromkeys(_folded(listed.split("|")), (month, calendar))
    return found


def _folded(names: Iterable[str]) -> list[str]:
    return [folded for name in names if (folded := " ".join(folded_words(name)))]
