"""Find the days that a running text names: in one pass over its words, each place once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kashf.domain.date import UNDATED, Calendar, FuzzyDate, Precision, Unresolved
from kashf.language.dates.date_days import DayReckoner, Reckoned, tokens_of
from kashf.language.dates.date_edges import edge_before, edge_behind, edged
from kashf.language.dates.date_parts import PartReader
from kashf.language.dates.date_pieces import DatePiece, pieces_of
from kashf.language.dates.day_orders import DayOrder, certain_order
from kashf.language.dates.found_dates import DateEdge, DatePlace
from kashf.language.dates.kinds.whose_days import with_kinds
from kashf.language.dates.lines.dated_lines import dated_words, words_around_days
from kashf.language.dates.phrases.date_senses import PieceKind
from kashf.language.dates.relative_dates import relative_dates
from kashf.language.dates.shapes.date_part import DIVIDERS, DatePart
from kashf.language.dates.shapes.year_parts import stretch_at
from kashf.language.dates.two_calendars import joined_calendars
from kashf.language.words.spans import without_overlap
from kashf.language.words.tokens import Word

#: Before the rest of -5/-5/2014, which counts below zero and is no day.
_LESS_THAN_NONE: Final = re.compile(r"\d[/.][-\u2212]")
_ARABIC: Final = re.compile("[\u0621-\u064a]+")
#: Letters that Arabic does not have, and digits as they are typed in Iran and Afghanistan.
_PERSIAN: Final = re.compile("[\u067e\u0686\u0698\u06af\u06cc\u06a9\u06f0-\u06f9]")
#: One letter of Persian in so many of Arabic is a name or a way of typing.
_PERSIAN_SHARE: Final = 50
_RANGE_GAPS: Final = frozenset(("-", "–", "—", "ـ"))
_WEAK_TO: Final = frozenset(("و", "and", "et", "ve", "and the", "et le"))
_BEFORE_LABEL: Final = frozenset(("", ":", "/", ".", "#", ",", "-", ":/", "°", "º", "(", ".:"))
#: Letters of Turkish that other languages of these papers do not have; one in so many letters is a name.
_TURKISH: Final = re.compile("[ğĞşŞıİ]")
_TURKISH_SHARE: Final = 60
#: What stands beside dates, and begins one only as the head of a year.
_BESIDE: Final = frozenset((PieceKind.WORD, PieceKind.ERA))
_STRETCHES: Final = frozenset(("YEAR_PART", "DECADE"))
_BEGINNING: Final = _STRETCHES | {"YEAR_HEAD"}
_YEAR_LENGTH: Final = 4
#: Words that may stand between the label of a number and the number: the number of the letter 12/3/2014.
_LABEL_REACH: Final = 1
#: Letters of its office, each before a stroke, that a number may have behind its label.
_MOST_LETTERS: Final = 8


def find_dates(text: str, *, written: FuzzyDate = UNDATED) -> tuple[DatePlace, ...]:
    """Return the places of a text that name days, in order, none overlapping another.

    Args:
        text: Hostile, of any length; takes time in proportion to it.
        written: When it was written, as far as that is known; days without a year are then those nearest to it.

    Example:
        >>> [(place.wording, place.date.edtf()) for place in find_dates("في ٢٠ محرم ١٤٣٥ هـ، غرة أوت 1957, 03/04/14, mid-November 2014")]
        ... # doctest: +NORMALIZE_WHITESPACE
        [('٢٠ محرم ١٤٣٥ هـ', '[2013-11-22..2013-11-24]'), ('غرة أوت 1957', '1957-08-01'),
         ('03/04/14', '[2014-03-04,2014-04-03]'), ('mid-November 2014', '[2014-11-11..2014-11-20]')]
    """
    found: list[DatePlace] = []
    reckoner: DayReckoner | None = None
    for words in dated_words(text, are_cut=True):
        reckoner = reckoner or _reckoner_for(text, written)
        named = tuple(_named(text, words, reckoner))
        rules = tuple(relative_dates(text, words, named=named, written=written, is_persian=reckoner.is_persian))
        places = without_overlap((*named, *rules), best_first=lambda place: (place.start - place.end, place.start)) if rules else named
        found += with_kinds(text, words, places, by_shape=not reckoner.is_persian)
    return tuple(found)


def named_days(text: str, *, order: DayOrder = DayOrder.UNKNOWN) -> Iterator[DatePlace]:
    """Yield the places that name a day by itself, each calendar's by itself, without whose day it is: half of the work.

    What may be a date is taken for one, as where a stamp or a person who searches writes 5.3.14.

    Args:
        text: Hostile, of any length.
        order: Which of two numbers is the day, where that is known or one is wanted.

    Example:
        >>> [place.date.edtf() for place in named_days("on 3 May 2014, two days later, and 03/04/2014")]
        ['2014-05-03', '[2014-03-04,2014-04-03]']
    """
    reckoner: DayReckoner | None = None
    for words in words_around_days(text):
        reckoner = reckoner or replace(_reckoner_for(text, UNDATED), order=order)
        for place in _DateFinder(text, pieces_of(text, words), reckoner, takes_doubtful=True).places():
            if place.edge is DateEdge.AT and place.date.precision is Precision.DAY:
                yield place


def _named(text: str, words: Sequence[Word], reckoner: DayReckoner) -> Iterator[DatePlace]:
    pieces = pieces_of(text, words)
    return joined_calendars(text, tuple(_DateFinder(text, pieces, reckoner).places()), pieces) if pieces else iter(())


def _reckoner_for(text: str, written: FuzzyDate) -> DayReckoner:
    """Return what reckons days as the language of a text does."""
    if not _PERSIAN.search(text):  # Most texts have none of these, and are not counted through.
        if _TURKISH.search(text) and len(_TURKISH.findall(text)) * _TURKISH_SHARE > len(text):
            return DayReckoner(written=written, order=DayOrder.DAY_FIRST)
        return DayReckoner(is_arabic=_ARABIC.search(text) is not None, written=written)
    arabic, persian = sum(map(len, _ARABIC.findall(text))), len(_PERSIAN.findall(text))
    is_persian = persian * _PERSIAN_SHARE > arabic
    return DayReckoner(is_persian, is_arabic=bool(arabic) and not is_persian, written=written)


class _DateFinder:
    """Walks over the pieces of one text."""

    def __init__(self, text: str, pieces: Sequence[DatePiece], reckoner: DayReckoner, *, takes_doubtful: bool = False) -> None:
        self._text = text
        self._takes_doubtful = takes_doubtful
        self._pieces = pieces
        self._reader = PartReader(text, pieces)
        self._reckoner = reckoner

    def places(self) -> Iterator[DatePlace]:
        at, free = 0, 0
        while at < len(self._pieces):
            piece = self._pieces[at]
            if piece.kind in _BESIDE and piece.roles.isdisjoint(_BEGINNING):  # Most pieces: no date begins with them.
                at += 1
                continue
            found = self._stretch(at) or self._range(at) or self._single(at)
            if found is None:
                at = self._behind_number(at)
                continue
            place, behind = found
            if place.start >= free:
                yield place
                free = place.end
            at = max(behind, at + 1)

    def _stretch(self, at: int) -> tuple[DatePlace, int] | None:
        """Return a season, a quarter, a decade or a row of years."""
        piece = self._pieces[at]
        if piece.digits != _YEAR_LENGTH and piece.roles.isdisjoint(_STRETCHES):
            return None
        found = stretch_at(self._reader, at, is_persian=self._reckoner.is_persian)
        if found is None:
            return None
        end = self._pieces[found.next - 1].end
        return self._place(found.start, end, found.date, DateEdge.RANGE, Reckoned(found.date)), found.next

    def _behind_number(self, at: int) -> int:
        """Return the next piece to look at where no date begins: behind the whole number of a paper, whose end is no date either."""
        part = self._reader.at(at)
        behind = at + 1
        if part and self._is_a_number(part):
            while (each := self._reader.near(behind, DIVIDERS)) and each.kind is PieceKind.NUMBER:
                behind += 1
        return behind

    def _single(self, at: int) -> tuple[DatePlace, int] | None:
        part = self._reader.at(at)
        if part is None or self._is_a_number(part) or self._is_a_name(part):
            return None
        if _LESS_THAN_NONE.fullmatch(self._text[max(0, part.start - 3) : part.start]):
            return None
        edge, first = edge_before(self._pieces, at)
        behind = part.next
        if edge is DateEdge.AT:
            edge, behind = edge_behind(self._pieces, part.next)
        if part.is_doubtful and not (self._takes_doubtful or self._is_said(part, edge)):
            return None
        reckoned = self._reckoner.reckon(part)
        if reckoned.impossible and not self._tells_of_a_day(part):
            return None
        start = self._pieces[first].start if first < at else part.start
        end = self._pieces[behind - 1].end if behind > part.next else part.end
        return self._place(start, end, edged(reckoned.date, edge), edge, reckoned), max(behind, part.next)

    def _place(self, start: int, end: int, date: FuzzyDate, edge: DateEdge, reckoned: Reckoned) -> DatePlace:
        wording = self._text[start:end]
        date = replace(date, wording=" ".join(wording.split()))
        return DatePlace(
            start,
            end,
            wording,
            date,
            edge=edge,
            impossible=reckoned.impossible,
            weekday=reckoned.weekday,
            named=reckoned.date,
            tabled=reckoned.tabled,
        )

    def _is_a_number(self, part: DatePart) -> bool:
        """Return whether a label says that numbers are those of a paper, a telephone or a paragraph."""
        piece = self._pieces[part.first]
        if piece.kind is not PieceKind.NUMBER or part.month_calendar is not Calendar.UNKNOWN or part.first == 0:
            return False
        label, furthest = part.first - 1, max(0, part.first - 1 - _MOST_LETTERS)
        while label > furthest and len(self._pieces[label].written) == 1 and self._pieces[label + 1].gap == "/":
            label -= 1
        before, piece = self._pieces[label], self._pieces[label + 1]
        if not before.may("NUMBER_LABEL") or before.may("LABEL") or part.era is not Calendar.UNKNOWN:
            return False
        between = piece.first - before.last - 1
        gap = self._text[before.end : piece.start]
        return between <= _LABEL_REACH and "\n" not in gap and (between > 0 or piece.gap in _BEFORE_LABEL)

    def _is_a_name(self, part: DatePart) -> bool:
        """Return whether a day without a year is what something is called, or numbers are lengths or angles."""
        behind = self._reader.near(part.next)
        if part.numbers and max(each.digits for each in part.numbers) <= 2 and behind and behind.may("UNIT_BEHIND"):
            return True
        before = self._pieces[part.first - 1] if part.first else None
        return not part.has_year and before is not None and before.may("NAMED_AFTER") and self._pieces[part.first].gap == ""

    def _is_said(self, part: DatePart, edge: DateEdge) -> bool:
        """Return whether words beside what may be a date say that it is one."""
        if edge is not DateEdge.AT and part.month_calendar is not Calendar.UNKNOWN and not self._pieces[part.first].is_weak:
            return True
        if part.first == 0:
            return False
        before, piece = self._pieces[part.first - 1], self._pieces[part.first]
        if before.last < piece.first - 1 or piece.gap not in _BEFORE_LABEL:
            return False
        if part.month and not part.day and part.month_calendar is not Calendar.UNKNOWN:
            return before.may("SAYS_MONTH") or part.year is not None or (before.may("MONTH_HEAD") and not piece.is_weak)
        return before.may("LABEL")

    def _tells_of_a_day(self, part: DatePart) -> bool:
        """Return whether what is no day of any calendar was meant as one: named so, or near enough to one."""
        if part.month_calendar is not Calendar.UNKNOWN or part.era is not Calendar.UNKNOWN:
            return True
        before = self._pieces[part.first - 1] if part.first else None
        if before is not None and before.may("LABEL"):
            return True
        values = sorted((each.value for each in part.numbers), reverse=True)
        has_year = any(each.digits == 4 and (1850 <= each.value < 2100 or 1300 <= each.value < 1500) for each in part.numbers)
        return has_year and len(values) == 3 and 1 <= values[2] <= 12 and 1 <= values[1] <= 31

    def _range(self, at: int) -> tuple[DatePlace, int] | None:
        """Return a range that begins with a piece: its first day may leave the month and the year to the second."""
        first = self._reader.at(at) or self._bare_day(at) or self._bare_year(at, of="RANGE_FROM")
        if first is None or (first.is_doubtful and not first.month) or self._is_a_number(first):
            return None
        to = self._to(first)
        if to == first.next and not self._has_dash(first.next):
            return None
        second = self._reader.at(to) or (self._bare_day(to, before=first) if first.month and first.day else None)
        second = second or (self._bare_year(to) if first.year is not None and not first.month else None)
        if second is None or not (second.has_year or second.month):
            return None
        return self._joined(at, first, second)

    def _joined(self, at: int, first: DatePart, second: DatePart) -> tuple[DatePlace, int] | None:
        whole = _completed(first, second)
        is_day_first = not first.month and not first.numbers and second.numbers and second.numbers[0].digits < 3
        orders = {certain_order(row) for each in (first, second) if (row := tokens_of(each.numbers))} - {None}
        known = DayOrder.DAY_FIRST if is_day_first else orders.pop() if len(orders) == 1 else None
        reckoner = replace(self._reckoner, order=known) if known else self._reckoner
        start, end = reckoner.reckon(whole), reckoner.reckon(second)
        if start.impossible or end.impossible or bool(start.date.is_known) != bool(end.date.is_known):
            return None
        has_from = at > 0 and self._pieces[at].gap in {"", ":"} and self._pieces[at - 1].may("RANGE_FROM")
        begin = self._pieces[at - 1].start if has_from else first.start
        if not start.date.is_known:
            return self._place(begin, second.end, end.date, DateEdge.RANGE, end), second.next
        (earliest, _), (_, latest) = start.date.bounds, end.date.bounds
        if latest < earliest or (first.has_year and start.date.calendar is not end.date.calendar):
            return None
        reasons = tuple(why for why in Unresolved if why in {*start.date.unresolved, *end.date.unresolved})
        calendar = end.date.calendar if start.date.calendar is end.date.calendar else Calendar.UNKNOWN
        date = FuzzyDate(earliest, latest, "", calendar, Precision.DAY, (), reasons)
        return self._place(begin, second.end, date, DateEdge.RANGE, end), second.next

    def _to(self, first: DatePart) -> int:
        """Return the number of the piece behind "to", or behind the first part where there is no such word."""
        word = self._reader.near(first.next, frozenset(("", ",", "،", "-")))
        if word is None or not word.may("RANGE_TO"):
            return first.next
        is_weak = word.written in _WEAK_TO
        before = self._pieces[first.first - 1] if first.first else None
        is_between = before is not None and before.may("RANGE_FROM") and self._pieces[first.first].gap in {"", ":"}
        at = first.next + 1
        while at - first.next <= 2 and (label := self._reader.near(at)) and (label.may("LABEL") or label.may("WEAK_LABEL")):
            at += 1
        return first.next if is_weak and not is_between else at

    def _has_dash(self, at: int) -> bool:
        return self._reader.near(at, _RANGE_GAPS) is not None

    def _bare_year(self, at: int, of: str = "") -> DatePart | None:
        """Return a year of a range of years, behind a word of a list where one is asked for: from 2011 to 2014."""
        year, before = self._reader.piece(at), self._reader.piece(at - 1)
        if year is None or year.kind is not PieceKind.NUMBER or year.digits != 4 or not 1900 <= year.value < 2100:
            return None
        is_said = not of or (before is not None and before.may(of) and year.gap in {"", ":"})
        return DatePart(at, at + 1, year.start, year.end, year=year) if is_said else None

    def _bare_day(self, at: int, before: DatePart | None = None) -> DatePart | None:
        """Return a number that may be the day of a range, the year behind it too where its month stands before: May 3-5, 2014."""
        day = self._reader.piece(at)
        if day is None or not 1 <= day.value <= 31 or (day.kind is PieceKind.NUMBER and day.digits > 2):
            return None
        if day.kind not in {PieceKind.NUMBER, PieceKind.DAY_NAME}:
            return None
        part = DatePart(at, at + 1, day.start, day.end, day.value)
        if before is None:
            return part
        year = self._reader.near(at + 1)
        if year is None or year.kind is not PieceKind.NUMBER or year.digits != 4 or before.year is not None:
            return None
        return replace(part, next=at + 2, end=year.end, month=before.month, month_calendar=before.month_calendar, year=year)


def _completed(first: DatePart, second: DatePart) -> DatePart:
    """Return the first day of a range with what only the second says."""
    if first.numbers or (first.has_year and first.month):
        return first
    if second.numbers and not first.month:
        day = DatePiece(PieceKind.NUMBER, first.start, first.end, 0, 0, first.day, 2)
        at = next((place for place, each in enumerate(second.numbers) if each.digits < 4), 0)
        return replace(first, numbers=(*second.numbers[:at], day, *second.numbers[at + 1 :]), era=second.era)
    if first.year is not None:
        return replace(first, era=second.era) if first.era is Calendar.UNKNOWN and second.year is not None else first
    month, calendar = (first.month, first.month_calendar) if first.month else (second.month, second.month_calendar)
    return replace(first, month=month, month_calendar=calendar, year=second.year, era=second.era)
