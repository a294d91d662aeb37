"""One wording of a date in running text, as the day, month and year that its words and numbers are: shapes, no calendars yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.date import Calendar
from kashf.language.dates.date_pieces import DatePiece, PieceKind

#: Between the three numbers of a date; between day, month and year where the month has a name.
_DIVIDERS: Final = frozenset(("/", "-", ".", "–", "\\", "ـ", "‐", "‑", "⁄"))
_NEAR: Final = _DIVIDERS | {"", ",", "،", "'", "’", ",.", ".,"}
#: Of which the first letter is an era by itself.
_BEFORE_CHRIST: Final = "قم"
_LAST_DAY_NUMBER: Final = 31
_YEARS: Final = range(1000, 2200)
#: Years that a word before them, or an era behind them, makes likely.
_BARE_YEARS: Final = range(1850, 2100)
_BARE_HIJRI: Final = range(1200, 1500)
#: Words that stand before a year more often than before a number.
_OF_YEARS: Final = ("EARLY", "LATE", "MIDDLE", "FIRST_HALF", "SECOND_HALF")


@dataclass(frozen=True, slots=True)
class DatePart:
    """What one wording says.

    Args:
        first: Number of its first piece.
        next: Number of the piece behind it.
        start: First code point.
        end: One past the last.
        day: 0 for none, -1 for the last of the month.
        month: 0 for none.
        month_calendar: Of the name of the month.
        year: The number of the year, None for none.
        era: What is said behind the year, or before the month.
        weekday: From 0 on Monday, None for none.
        numbers: Three numbers, or two, in which no word says what is what.
        is_doubtful: It is a date only where a label says so.
    """

    first: int
    next: int
    start: int
    end: int
    day: int = 0
    month: int = 0
    month_calendar: Calendar = Calendar.UNKNOWN
    year: DatePiece | None = None
    era: Calendar = Calendar.UNKNOWN
    weekday: int | None = None
    numbers: tuple[DatePiece, ...] = ()
    is_doubtful: bool = False

    @property
    def has_year(self) -> bool:
        """Whether a year is said."""
        return (
            self.year is not None or len(self.numbers) == 3 or (len(self.numbers) == 2 and max(each.digits for each in self.numbers) == 4)
        )


class PartReader:
    """Reads parts from the pieces of a text, one at a place; looks at a bounded number of pieces from each."""

    def __init__(self, text: str, pieces: Sequence[DatePiece]) -> None:
        """Take the pieces of a text."""
        self._text = text
        self.pieces = pieces
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
        return self._era_behind(self._numeric(index) or self._day_month(index) or self._year_first(index) or self._year(index))

    def piece(self, index: int) -> DatePiece | None:
        """Return a piece, None outside the text."""
        return self.pieces[index] if 0 <= index < len(self.pieces) else None

    def near(self, index: int, gaps: frozenset[str] = _NEAR) -> DatePiece | None:
        """Return a piece that stands right behind the one before it."""
        piece = self.piece(index)
        return piece if piece and piece.gap in gaps else None

    def _behind_weekday(self, index: int, weekday: DatePiece) -> DatePart | None:
        """Return a date behind a weekday, and behind what joins the two: الأحد الموافق 4/3/1443, Friday, the 3rd of May."""
        at = index + 1
        while (
            at - index <= 3
            and (word := self.near(at, _NEAR | {":"}))
            and (word.may("CORRESPONDING") or word.may("WEAK_LABEL") or word.may("LABEL"))
        ):
            at += 1
        part = self.at(at) if (follows := self.near(at, _NEAR | {":", "-"})) and follows.kind is not PieceKind.WEEKDAY else None
        if part is None or not (part.day or part.numbers):
            return None
        return replace(part, first=index, start=weekday.start, weekday=weekday.value, is_doubtful=False)

    def _numeric(self, index: int) -> DatePart | None:
        """Return a day, month and year as three numbers, or a month and a year as two, that no fourth number continues."""
        if self.pieces[index].kind is not PieceKind.NUMBER:
            return None
        found = [self.pieces[index]]
        divider = ""
        while len(found) < 4 and (each := self.near(index + len(found), _DIVIDERS)) and each.kind is PieceKind.NUMBER:
            if divider and each.gap != divider:
                break
            divider = each.gap
            found.append(each)
        if len(found) < 2 or len(found) > 3 or self._is_continued(found[0], found[-1], divider, index):
            return None
        if len(found) == 2:
            return self._two(index, found, divider)
        digits = [each.digits for each in found]
        has_year = max(digits) >= 4
        if 3 in digits or 0 in (each.value for each in found[:1]) or sum(length > 2 for length in digits) > 1 or digits[1] > 2:
            return None
        if not has_year and digits[2] != 2 and digits[0] != 2:
            return None
        era = self._era(index + 3)
        is_doubtful = (not has_year and (divider in {".", "-"} or digits[2] != 2) and era is None) or max(digits) > 4
        return DatePart(index, index + 3, found[0].start, found[-1].end, numbers=tuple(found), is_doubtful=is_doubtful)

    def _two(self, index: int, found: Sequence[DatePiece], divider: str) -> DatePart | None:
        first, second = found
        if {first.digits, second.digits} <= {1, 2}:
            is_day = divider == "/" and 1 <= first.value <= _LAST_DAY_NUMBER and 1 <= second.value <= 12
            return (
                DatePart(index, index + 2, first.start, second.end, day=first.value, month=second.value, is_doubtful=True)
                if is_day
                else None
            )
        year, month = (first, second) if first.digits == 4 else (second, first)
        if divider not in {"/", "-"} or year.digits != 4 or month.digits > 2 or not 1 <= month.value <= 12:
            return None
        is_year = year.value in _BARE_YEARS or year.value in _BARE_HIJRI
        return (
            DatePart(index, index + 2, first.start, second.end, month=month.value, year=year, is_doubtful=divider == "-")
            if is_year
            else None
        )

    def _is_continued(self, first: DatePiece, last: DatePiece, divider: str, index: int) -> bool:
        """Return whether signs go on before or behind: a register number, a version, an address."""
        before, behind = self._text[max(0, first.start - 2) : first.start], self._text[last.end : last.end + 2]
        if behind[:1] in _DIVIDERS and len(behind) > 1 and (behind[1].isdigit() or (behind[0] != "." and behind[1].isalpha())):
            return behind[0] == divider or behind[1].isalpha()
        if before[-1:] and (before[-1] == divider or before[-1] in "/\\_@#") and before[:1].strip():
            earlier = self.piece(index - 1)
            return not (
                earlier is not None
                and (earlier.may("LABEL") or earlier.kind is PieceKind.ERA)
                and earlier.gap != divider
                and not before[0].isdigit()
            )
        return before[-1:].isalpha() and before[-1:].isascii()

    def _day_month(self, index: int) -> DatePart | None:
        """Return a day and a month with a name, and the year if one follows."""
        day = self.pieces[index]
        if day.kind is PieceKind.NUMBER and (day.digits > 2 or not day.value):
            return None
        at = self._behind_of(index + 1)
        month = self.near(at)
        if month is None or month.kind is not PieceKind.MONTH or (month.gap == "." and not day.end + 2 >= month.start):
            return None
        calendar, at = self._also(month, at + 1)
        year, behind = self._year_at(at)
        part = DatePart(index, behind, day.start, self.pieces[behind - 1].end, day.value, month.value, calendar, year)
        if year is None:
            has_head = self._behind_of(index + 1) > index + 1
            is_too_late = day.value > _LAST_DAY_NUMBER
            is_name = month.is_weak and not has_head and not self._is_capital(month)
            part = replace(part, is_doubtful=is_name or is_too_late)
        return part

    def _behind_of(self, at: int) -> int:
        """Return the number of the piece behind "of", "of the month of"."""
        behind = at
        while behind - at < 3 and (word := self.near(behind)) and word.kind is PieceKind.WORD and word.may("OF"):
            behind += 1
        return behind

    def _also(self, month: DatePiece, at: int) -> tuple[Calendar, int]:
        """Return the calendar of a month, and the number of the piece behind what it is called besides: يوليو (تموز), نيسان/أبريل."""
        other = self.near(at, _NEAR | {"(", ")", "["})
        if other and other.kind is PieceKind.MONTH and other.calendar is month.calendar and other.value == month.value:
            return month.calendar, at + 1
        return month.calendar, at

    def _year_at(self, at: int) -> tuple[DatePiece | None, int]:
        """Return a year behind a month, and the number of the piece behind it."""
        behind, headed = at, False
        while behind - at < 2 and (word := self.near(behind)) and (word.may("YEAR_HEAD") or word.may("OF") or word.may("SUFFIX")):
            headed, behind = True, behind + 1
        year = self.near(behind)
        if year is None or year.kind is not PieceKind.NUMBER:
            return None, at
        if year.digits >= 4 and (year.digits > 4 or year.value in _YEARS):
            return (year, behind + 1) if not self._is_of_a_list(behind) else (None, at)
        is_short = year.digits == 2 and (year.gap in {"/", "-", ".", "'", "’"} or headed or self._era(behind + 1) is not None)
        return (year, behind + 1) if is_short else (None, at)

    def _is_of_a_list(self, at: int) -> bool:
        """Return whether what may be a year is the first number of a numeric date or a register number."""
        follows = self.near(at + 1, frozenset(("/",)))
        return follows is not None and follows.kind is PieceKind.NUMBER and follows.digits < 4

    def _year_first(self, index: int) -> DatePart | None:
        """Return a year with a month and a day behind it: 2014 November 15."""
        year, month, day = self.pieces[index], self.near(index + 1), self.near(index + 2)
        if year.digits != 4 or year.value not in _YEARS or not (month and day) or month.kind is not PieceKind.MONTH:
            return None
        if day.kind is not PieceKind.NUMBER or day.digits > 2 or not 1 <= day.value <= _LAST_DAY_NUMBER:
            return None
        return DatePart(index, index + 3, year.start, day.end, day.value, month.value, month.calendar, year)

    def _month_first(self, index: int) -> DatePart | None:
        """Return a month with a day and a year behind it, a year, or neither."""
        month = self.pieces[index]
        calendar, at = self._also(month, index + 1)
        day = self.near(at)
        if (
            day
            and day.kind is PieceKind.NUMBER
            and day.digits <= 2
            and 1 <= day.value <= _LAST_DAY_NUMBER
            and day.gap in {"", ".", "-", "/"}
        ):
            year, behind = self._year_at(at + 1)
            if year and (year.gap or year.digits == 4):
                return DatePart(index, behind, month.start, self.pieces[behind - 1].end, day.value, month.value, calendar, year)
            if month.written.isascii() and day.gap in {"", "."} and (not month.is_weak or self._is_capital(month)):
                return DatePart(index, at + 1, month.start, day.end, day.value, month.value, calendar)
        year, behind = self._year_at(at)
        if year:
            is_doubtful = month.is_weak and month.calendar is Calendar.SOLAR_HIJRI and year.value >= _BARE_YEARS[0]
            return DatePart(
                index, behind, month.start, self.pieces[behind - 1].end, 0, month.value, calendar, year, is_doubtful=is_doubtful
            )
        return DatePart(index, at, month.start, self.pieces[at - 1].end, 0, month.value, calendar, is_doubtful=True)

    def _is_capital(self, piece: DatePiece) -> bool:
        return self._text[piece.start].isupper()

    def _headed_year(self, index: int) -> DatePart | None:
        """Return a year behind a word that says so: سنة 1435, the year 2014."""
        year = self.near(index + 1)
        if (
            year is None
            or year.kind is not PieceKind.NUMBER
            or year.digits != 4
            or self._is_of_a_list(index + 1)
            or self._is_before_christ(year.end)
        ):
            return None
        part = DatePart(index, index + 2, year.start, year.end, year=year)
        found = self._era_behind(part)
        is_year = year.value in _BARE_YEARS or year.value in _BARE_HIJRI
        return replace(found, start=year.start) if found and is_year else None

    def _year(self, index: int) -> DatePart | None:
        """Return a year that an era behind it, or a word at either side, says to be one."""
        year, before, behind = self.pieces[index], self.piece(index - 1), self.near(index + 1, frozenset(("", "'", "’")))
        if year.digits not in {4, 5}:
            return None
        part = DatePart(index, index + 1, year.start, year.end, year=year)
        era = self._era(index + 1)
        if era:
            is_year = year.value in (_BARE_YEARS if era.calendar is Calendar.GREGORIAN else _BARE_HIJRI)
            has_word = len(era.written) > 1 or era.calendar is Calendar.HIJRI or (1900 <= year.value < 2100)
            return part if has_word and (is_year or (year.digits == 5 and era.calendar is Calendar.HIJRI)) else None
        if year.value not in range(1900, 2100):
            return None
        is_last = not self._text[year.end : year.end + 2].strip()[:1].isalpha()
        said = ("YEAR_BEFORE", *_OF_YEARS, *(("BEFORE", "AFTER", "UNTIL") if is_last else ()))
        is_said = before is not None and year.gap == "" and any(map(before.may, said))
        is_behind = behind is not None and (
            behind.may("YEAR_BEHIND") or any(behind.may(role) for role in ("BEHIND_LATE", "BEHIND_EARLY", "BEHIND_MIDDLE"))
        )
        return part if is_said or is_behind else None

    def _era(self, at: int) -> DatePiece | None:
        piece = self.near(at, frozenset(("", "/", "-", ".", ",", "'")))
        return piece if piece and piece.kind is PieceKind.ERA and not self._is_before_christ(piece.start) else None

    def _is_before_christ(self, at: int) -> bool:
        """Return whether the two letters of "before Christ" stand at a place, of which the first is an era by itself."""
        return self._text[at : at + 6].replace(" ", "").replace(".", "").startswith(_BEFORE_CHRIST)

    def _era_behind(self, part: DatePart | None) -> DatePart | None:
        """Return a part with the era that is said behind it."""
        era = self._era(part.next) if part and part.has_year else None
        if part is None or era is None:
            return part
        return replace(part, next=part.next + 1, end=era.end, era=era.calendar, is_doubtful=False)
