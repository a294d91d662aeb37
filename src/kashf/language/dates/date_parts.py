"""One wording of a date in running text, as the day, month and year that its words and numbers are: shapes, no calendars yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kashf.domain.date import Calendar
from kashf.language.dates.date_pieces import DatePiece
from kashf.language.dates.phrases.date_senses import PieceKind
from kashf.language.dates.shapes.date_part import BARE_HIJRI, BARE_YEARS, LAST_DAY_NUMBER, NEAR, DatePart
from kashf.language.dates.shapes.number_parts import NumberParts

_YEARS: Final = range(1000, 2200)
_KURDISH_YEARS: Final = range(2500, 2800)
#: Code points behind a number in which the next word is looked for.
_BEHIND: Final = 8
#: Years of papers in which letters stand for months; letters of the shortest era that is no letter, and of a month's name in an office.
_OTTOMAN_YEARS: Final = range(1250, 1346)
_LONG_ERA: Final = 3
_SHORT_MONTH: Final = 3
#: Signs of a day with its hour and minute, as staffs write them before a month and two digits of a year.
_STAFF_TIME: Final = 6
#: Words that stand before a year more often than before a number.
_OF_YEARS: Final = ("EARLY", "LATE", "MIDDLE", "FIRST_HALF", "SECOND_HALF")


class PartReader(NumberParts):
    """Reads parts from the pieces of a text, one at a place; looks at a bounded number of pieces from each."""

    def __init__(self, text: str, pieces: Sequence[DatePiece]) -> None:
        """Take the pieces of a text."""
        super().__init__(text, pieces)
        self._read: dict[int, DatePart | None] = {}

    def at(self, index: int) -> DatePart | None:
        """Return the wording that begins with a piece, the longest shape first; None for none."""
        if index not in self._read:
            self._read[index] = self._at(index)
        return self._read[index]

    def _at(self, index: int) -> DatePart | None:
        piece = self.piece(index)
        if piece is None:
            return None
        if piece.kind is PieceKind.WEEKDAY:
            return self._behind_weekday(index, piece)
        if piece.kind is PieceKind.WORD or piece.kind is PieceKind.ERA:
            return self._headed_year(index) if piece.may("YEAR_HEAD") else None
        if piece.kind is PieceKind.MONTH:
            return self._era_behind(self._month_first(index))
        return self._era_behind(self.numeric(index) or self._day_month(index) or self._year_first(index) or self._year(index))

    def _behind_weekday(self, index: int, weekday: DatePiece) -> DatePart | None:
        """Return a date behind a weekday, and behind what joins the two: الأحد الموافق 4/3/1443, Friday, the 3rd of May."""
        at = index + 1
        while (
            at - index <= 3
            and (word := self.near(at, NEAR | {":"}))
            and (word.may("CORRESPONDING") or word.may("WEAK_LABEL") or word.may("LABEL"))
        ):
            at += 1
        part = self.at(at) if (follows := self.near(at, NEAR | {":", "-"})) and follows.kind is not PieceKind.WEEKDAY else None
        if part is None or not (part.day or part.numbers):
            return None
        return replace(part, first=index, start=weekday.start, weekday=weekday.value, is_doubtful=False)

    def _day_month(self, index: int) -> DatePart | None:
        """Return a day and a month with a name, and the year if one follows."""
        day = self.pieces[index]
        if day.kind is PieceKind.NUMBER and (day.digits > 2 or not day.value):
            return None
        at = self._behind_of(index + 1)
        month = self.near(at)
        if month is None or (month.gap == "." and not day.end + 2 >= month.start):
            return None
        if month.kind is not PieceKind.MONTH or month.digits:
            return self._ottoman(index, at, month) if month.may("OTTOMAN") else None
        calendar, at = self._also(month, at + 1)
        year, behind = self._year_at(at, month)
        short = self.near(at) if year is None and day.end - day.start >= _STAFF_TIME else None
        if short and short.kind is PieceKind.NUMBER and short.digits == 2:
            year, behind = short, at + 1
        if year is None and month.may("BETWEEN"):
            return None
        part = DatePart(index, behind, day.start, self.pieces[behind - 1].end, day.value, month.value, calendar, year)
        if year is None:
            has_head = self._behind_of(index + 1) > index + 1
            is_too_late = day.value > LAST_DAY_NUMBER
            is_persian = "\u06f0" <= self.text[day.start] <= "\u06f9" and month.calendar is Calendar.SOLAR_HIJRI
            is_name = month.is_weak and not (has_head or is_persian or self.is_capital(month))
            part = replace(part, is_doubtful=is_name or is_too_late)
        return part

    def _ottoman(self, index: int, at: int, month: DatePiece) -> DatePart | None:
        """Return a day of a Hijri month that one letter stands for, before "year" and a year of that time."""
        day, year = self.pieces[index], self.near(at + 2)
        head = self.near(at + 1)
        if not (head and year and head.may("YEAR_HEAD") and year.kind is PieceKind.NUMBER and year.value in _OTTOMAN_YEARS):
            return None
        return DatePart(index, at + 3, day.start, year.end, day.value, month.value, Calendar.HIJRI, year)

    def _behind_of(self, at: int) -> int:
        """Return the number of the piece behind "of", "of the month of"."""
        behind = at
        while behind - at < 3 and (word := self.near(behind)) and word.kind is PieceKind.WORD and word.may("OF"):
            behind += 1
        return behind

    def _also(self, month: DatePiece, at: int) -> tuple[Calendar, int]:
        """Return the calendar of a month, and the number of the piece behind what it is called besides: يوليو (تموز), نيسان/أبريل."""
        other = self.near(at, NEAR | {"(", ")", "["})
        if other and other.kind is PieceKind.MONTH and other.calendar is month.calendar and other.value == month.value:
            return month.calendar, at + 1
        return month.calendar, at

    def _year_at(self, at: int, month: DatePiece | None = None) -> tuple[DatePiece | None, int]:
        """Return a year behind a month, and the number of the piece behind it; behind a month of a day, one of two digits too."""
        behind, headed = at, False
        while behind - at < 2 and (word := self.near(behind)) and (word.may("YEAR_HEAD") or word.may("OF") or word.may("SUFFIX")):
            headed, behind = True, behind + 1
        year = self.near(behind)
        if year is None or year.kind is not PieceKind.NUMBER:
            return None, at
        is_year = year.digits > 4 or year.value in _YEARS or (year.value in _KURDISH_YEARS and self.era(behind + 1)) or self._is_last(year)
        if year.digits >= 4 and is_year:
            return (year, behind + 1) if not self._is_of_a_list(behind) else (None, at)
        if year.digits != 2 or self._is_of_a_list(behind):
            return None, at
        is_short = year.gap in {"/", "-", ".", "'", "’"} or headed or self.era(behind + 1) is not None
        is_short = is_short or (month is not None and not year.gap and self._is_short_behind(month, year))
        return (year, behind + 1) if is_short else (None, at)

    def _is_short_behind(self, month: DatePiece, year: DatePiece) -> bool:
        """Return whether two digits behind a month are a year: behind the three letters of an office, or last in their clause."""
        if month.written.isascii():
            return len(month.written) == _SHORT_MONTH and self.is_capital(month)
        return month.calendar is Calendar.HIJRI and not self.text[year.end : year.end + 2].strip()[:1].isalnum()

    def _is_last(self, number: DatePiece) -> bool:
        """Return whether no word stands behind a number in its line: what is counted, as 5 May 2500 dinars, would."""
        return not self.text[number.end : number.end + _BEHIND].partition("\n")[0].lstrip(" .,;،؛)").strip()[:1].isalnum()

    def _is_of_a_list(self, at: int) -> bool:
        """Return whether what may be a year is the first number of a numeric date or a register number."""
        follows = self.near(at + 1, frozenset(("/",)))
        return follows is not None and follows.kind is PieceKind.NUMBER and follows.digits < 4

    def _is_of_a_row(self, at: int) -> bool:
        """Return whether another year stands behind one: 2012/2013."""
        follows = self.near(at, frozenset(("/", "-", "–")))
        return follows is not None and follows.kind is PieceKind.NUMBER and follows.digits == 4

    def _year_first(self, index: int) -> DatePart | None:
        """Return a year with a month and a day behind it: 2014 November 15."""
        year, month, day = self.pieces[index], self.near(index + 1), self.near(index + 2)
        if year.digits != 4 or year.value not in _YEARS or not (month and day) or month.kind is not PieceKind.MONTH:
            return None
        if day.kind is not PieceKind.NUMBER or day.digits > 2 or not 1 <= day.value <= LAST_DAY_NUMBER:
            return None
        return DatePart(index, index + 3, year.start, day.end, day.value, month.value, month.calendar, year)

    def _month_first(self, index: int) -> DatePart | None:
        """Return a month with a day and a year behind it, a year, or neither."""
        month = self.pieces[index]
        calendar, at = self._also(month, index + 1)
        if month.digits:
            year, behind = self._year_at(at)
            start, end = month.start, self.pieces[behind - 1].end
            return DatePart(index, behind, start, end, month.digits, month.value, calendar, year, is_doubtful=year is None)
        day = self.near(at)
        if month.may("BETWEEN"):
            return self._month_and_day(index, day) if month.may("DAY_BEHIND") else None
        if (
            day
            and day.kind is PieceKind.NUMBER
            and day.digits <= 2
            and 1 <= day.value <= LAST_DAY_NUMBER
            and day.gap in {"", ".", "-", "/"}
        ):
            year, behind = self._year_at(at + 1)
            if year and (year.gap or year.digits == 4):
                return DatePart(index, behind, month.start, self.pieces[behind - 1].end, day.value, month.value, calendar, year)
            if month.written.isascii() and day.gap in {"", "."} and (not month.is_weak or self.is_capital(month)):
                return DatePart(index, at + 1, month.start, day.end, day.value, month.value, calendar)
        year, behind = self._year_at(at)
        if year:
            is_doubtful = month.is_weak and month.calendar is Calendar.SOLAR_HIJRI and year.value >= BARE_YEARS[0]
            return DatePart(
                index, behind, month.start, self.pieces[behind - 1].end, 0, month.value, calendar, year, is_doubtful=is_doubtful
            )
        return DatePart(index, at, month.start, self.pieces[at - 1].end, 0, month.value, calendar, is_doubtful=True)

    def _month_and_day(self, index: int, day: DatePiece | None) -> DatePart | None:
        """Return a day behind its month where a language writes it so."""
        month, of = self.pieces[index], self.piece(index - 1)
        is_day = day is not None and day.kind is PieceKind.NUMBER and day.digits <= 2 and 1 <= day.value <= LAST_DAY_NUMBER
        if not (day and is_day and of and of.may("OF")):
            return None
        return DatePart(index, index + 2, month.start, day.end, day.value, month.value, month.calendar)

    def _headed_year(self, index: int) -> DatePart | None:
        """Return a year behind a word that says so: سنة 1435, the year 2014."""
        year = self.near(index + 1)
        if (
            year is None
            or year.kind is not PieceKind.NUMBER
            or not (year.digits == 4 or self._is_of_the_hegira(index + 2))
            or self._is_of_a_list(index + 1)
            or self._is_of_a_row(index + 2)
            or self.is_before_christ(year.end)
        ):
            return None
        # A year that has its era in words is whole, however few its digits are.
        part = DatePart(index, index + 2, year.start, year.end, year=year._replace(digits=4))
        found = self._era_behind(part)
        is_year = year.value in BARE_YEARS or year.value in BARE_HIJRI or self._is_of_the_hegira(index + 2)
        return replace(found, start=year.start) if found and is_year else None

    def _is_of_the_hegira(self, at: int) -> bool:
        era = self.era(at)
        return era is not None and era.calendar is Calendar.HIJRI and len(era.written) > _LONG_ERA

    def _year(self, index: int) -> DatePart | None:
        """Return a year that an era behind it, or a word at either side, says to be one."""
        year, before, behind = self.pieces[index], self.piece(index - 1), self.near(index + 1, frozenset(("", "'", "’")))
        if year.digits not in {4, 5}:
            return None
        part = DatePart(index, index + 1, year.start, year.end, year=year)
        era = self.era(index + 1)
        if era:
            is_year = year.value in (BARE_YEARS if era.calendar is Calendar.GREGORIAN else BARE_HIJRI)
            has_word = len(era.written) > 1 or era.calendar is Calendar.HIJRI or (1900 <= year.value < 2100)
            return part if has_word and (is_year or (year.digits == 5 and era.calendar is Calendar.HIJRI)) else None
        if year.value not in range(1900, 2100) or year.is_weak:
            return None
        is_last = not self.text[year.end : year.end + 2].strip()[:1].isalpha()
        said = ("YEAR_BEFORE", *_OF_YEARS, *(("BEFORE", "AFTER", "UNTIL") if is_last else ()))
        is_said = before is not None and year.gap == "" and any(map(before.may, said))
        is_behind = behind is not None and (
            behind.may("YEAR_BEHIND") or any(behind.may(role) for role in ("BEHIND_LATE", "BEHIND_EARLY", "BEHIND_MIDDLE"))
        )
        return part if is_said or is_behind else None

    def _era_behind(self, part: DatePart | None) -> DatePart | None:
        """Return a part with the era that is said behind it."""
        era = self.era(part.next) if part and part.has_year else None
        if part is None or era is None:
            return part
        return replace(part, next=part.next + 1, end=era.end, era=era.calendar, is_doubtful=False)
