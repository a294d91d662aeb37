"""The words of a running text that a date may be made of, each with its place: one look-up a word, whatever the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kashf.domain.date import Calendar
from kashf.language.dates.phrases.date_senses import PieceKind, Sense, anchors_of_dates, beginnings, senses
from kashf.language.dates.phrases.said_years import beginnings_of_years, year_in_words
from kashf.language.words.clitics import LETTERS
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import Word, folded_words

#: Digits of the longest number that may be part of a date, characters between its parts.
_MOST_DIGITS: Final = 5
_LONGEST_GAP: Final = 16
#: Words before and behind a number or a month that may belong to its date.
_REACH: Final = 9
#: A number with what makes it an ordinal written onto it, and the day before the hour of ISO 8601.
_ORDINAL: Final = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|er|e|eme|inci|nci|t[0-9]{2})")
#: A year with the era written onto it, or with a Kurdish ending.
_WITH_ERA: Final = re.compile(r"([0-9]{3,4})(h|ah|ad|ce|bce|m)")
_WITH_ENDING: Final = re.compile(r"([0-9]{4})(?:an|e)")
_DECADE: Final = re.compile(r"((?:1[89]|20)[0-9]0)s")
#: Day, hour and minute, and a letter for the time zone: 151430C.
_TIME_GROUP: Final = re.compile(r"([0-3][0-9])[0-2][0-9][0-5][0-9][a-z]")
#: Letters that a reader of scans takes for digits, which stand beside some.
_YEAR_LENGTH: Final = 4
_LOOK_ALIKE: Final = str.maketrans({"l": "1", "i": "1", "o": "0"})
#: A name of a month and a name of a place that fold to one word are told apart by the mark below the letter.
_HAMZA_BELOW: Final = "إ"
_SHORT: Final = 3
#: Signs that were typed twice.
_TWICE: Final = frozenset(("//", "--", "..", "––"))
#: Day, hour and minute without a letter for the time zone, which count before a month.
_STAFF_TIME: Final = re.compile(r"(?:0[1-9]|[12][0-9]|3[01])(?:[01][0-9]|2[0-3])[0-5][0-9]")
#: White space, brackets and invisible characters say nothing of how numbers belong together.
_SILENT: Final = re.compile("[\\s()\\[\\]\u061c\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
_TATWEEL: Final = "ـ"


class DatePiece(NamedTuple):
    """A word or phrase that may be part of a date.

    Attributes:
        kind: What it is.
        start: First code point.
        end: One past the last.
        first: Number of its first word in the text.
        last: Number of its last word.
        value: The number; the month from 1; the weekday from 0 on Monday; the day of the month, -1 for the last.
        digits: How many digits a number has; of a feast that is one day of its month, that day.
        calendar: Of a month or an era.
        roles: What else it may be: names of the lists in `tables.dates.date_phrases`, and of `date_senses`.
        is_weak: Of a month: it is a word or a name of its own, too; of a number: a year in words.
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
    known, begins, anchors = senses(), beginnings(), anchors_of_dates()
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
    known: Mapping[str, Sense],
    begins: Mapping[str, int],
    found: list[DatePiece],
) -> int:
    """Add the pieces of a stretch of words to those that are found, and return the number of the word behind the last."""
    at, end = within
    years = beginnings_of_years()
    while at < end:
        folded = words[at].folded
        if folded[0].isdigit():
            start, stop, _ = words[at]
            if _STAFF_TIME.fullmatch(folded) and at + 1 < end and _is_month(known.get(words[at + 1].folded)):
                found.append(_number(Folded(folded[:2]), start, stop, at, _gap(text, found, at, start)))
            elif len(folded) == stop - start and folded.isdigit():  # No sign is written onto most numbers.
                found.append(_number(folded, start, stop, at, _gap(text, found, at, start)))
            else:
                found += _numbers(text, words, at, found)
            at += 1
            continue
        if folded in years and (said := year_in_words(words, at)):
            length, value = said
            last = at + length - 1
            start, gap = words[at].start, _gap(text, found, at, words[at].start)
            year = DatePiece(PieceKind.NUMBER, start, words[last].end, at, last, value, _YEAR_LENGTH, is_weak=True, gap=gap)
            found.append(year)
            at += length
            continue
        if folded in begins or (folded[0] in LETTERS and folded[1:] in begins):
            length, sense = _longest(words, at, known, begins)
            if sense and not (sense.kind is PieceKind.MONTH and len(folded) <= _SHORT and text[words[at].start] == _HAMZA_BELOW):
                found.append(_piece(text, words, at, length, sense, found))
                at += length
                continue
        elif folded[0] in "lio" and (digits := folded.translate(_LOOK_ALIKE)).isdigit() and not folded.isalpha():
            start, stop, _ = words[at]
            found.append(_number(Folded(digits), start, stop, at, _gap(text, found, at, start)))
        at += 1
    return at


def _is_month(sense: Sense | None) -> bool:
    return sense is not None and sense.kind is PieceKind.MONTH


def _longest(words: Sequence[Word], at: int, known: Mapping[str, Sense], begins: Mapping[str, int]) -> tuple[int, Sense | None]:
    """Return how many words the longest known phrase has that begins here, a particle before it left out, and what it is."""
    folded = words[at].folded
    for first in (folded, folded[1:]) if folded[0] in LETTERS else (folded,):
        for length in range(min(begins.get(first, 0), len(words) - at), 0, -1):
            phrase = " ".join((first, *(word.folded for word in words[at + 1 : at + length]))) if length > 1 else first
            if (sense := known.get(phrase)) and (first is folded or len(phrase) > 1):
                return length, sense  # Behind a letter written onto it, one letter is no era but a word: لم, بم.
    return 1, None


def _piece(text: str, words: Sequence[Word], at: int, length: int, sense: Sense, before: Sequence[DatePiece]) -> DatePiece:
    start, end = words[at].start, words[at + length - 1].end
    written = " ".join(word.folded for word in words[at : at + length]) if length > 1 else words[at].folded
    return DatePiece(
        sense.kind,
        start,
        end,
        at,
        at + length - 1,
        sense.value,
        sense.day,
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
    if decade := _DECADE.fullmatch(folded):
        yield DatePiece(PieceKind.WORD, start, end, at, at, int(decade[1]), gap=gap, roles=frozenset({"DECADE"}), written=folded)
        return
    if found := _WITH_ERA.fullmatch(folded):
        calendar = Calendar.HIJRI if found[2] in {"h", "ah"} else Calendar.GREGORIAN
        yield _number(Folded(found[1]), start, start + len(found[1]), at, gap)
        yield DatePiece(PieceKind.ERA, start + len(found[1]), end, at, at, calendar=calendar, written=found[2])
        return
    if len(folded) == _YEAR_LENGTH and (digits := folded.translate(_LOOK_ALIKE)).isdigit():
        folded = Folded(digits)
    ordinal = _ORDINAL.fullmatch(folded) or _WITH_ENDING.fullmatch(folded) or _TIME_GROUP.fullmatch(folded)
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
    if signs in _TWICE:
        return signs[0]
    if not signs and before[-1].kind is PieceKind.NUMBER and text[before[-1].end - 1] == _TATWEEL:
        return _TATWEEL
    return signs.strip(_TATWEEL) or signs[:1]
