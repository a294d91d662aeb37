"""The Gregorian days of what one wording says, or why there is no such day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.date import UNDATED, Calendar, FuzzyDate, Precision, Unresolved
from kashf.language.dates.calendars import NamedDay, day_range
from kashf.language.dates.date_pieces import DatePiece
from kashf.language.dates.date_readings import DateReader, Reading, dealt_out
from kashf.language.dates.date_tokens import DateToken, DateWord
from kashf.language.dates.day_orders import DayOrder
from kashf.language.dates.shapes.date_part import DatePart
from kashf.language.words.remember import remembered

_FIRST_GREGORIAN: Final = 1700
#: Years between two calendars at one time, as their numbers go; each is looked at with its neighbours.
_SOLAR_BEHIND: Final = 621
#: The last year that is likely to be a solar one: signs of the zodiac are also written beside years of the Hijra.
_LAST_SOLAR: Final = 1420
#: Lunar years are shorter: 33 of them are 32 of the sun. The first began in 622.
_LUNAR_YEARS, _SUN_YEARS, _HEGIRA = 33, 32, 622
_MONTHS: Final = 12
#: Years before these are in no table here; there were such days.
_FIRST_YEARS: Final = {Calendar.GREGORIAN: 1000, Calendar.SOLAR_HIJRI: 1244, Calendar.RUMI: 1256}
#: Years of the Ottoman treasury, beside which months have the names of the Gregorian year; the Kurdish year counts from the Medes.
_RUMI_YEARS: Final = range(1256, 1341)
_KURDISH_YEARS: Final = range(2500, 2800)
_KURDISH_AHEAD: Final = 1321
_YEAR_LENGTH: Final = 4
_LUNAR_YEARS_OF_PAPERS: Final = range(1200, 1480)
#: Years that numbers alone may be of: of papers, not of tales.
_PAPER_YEARS: Final = {Calendar.GREGORIAN: range(1850, 2100), Calendar.HIJRI: range(1300, 1500)}


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The days of a wording.

    Args:
        date: Open at both sides where there are none.
        impossible: Why there are none; "" for what lacks a year.
        weekday: "fits" or "contradicts".
        tabled: The days of the tables where a weekday left others.
    """

    date: FuzzyDate
    impossible: str = ""
    weekday: str = ""
    tabled: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True)
class SaidDay:
    """What a wording says, without its place: the same days are named again and again.

    Args:
        day: 0 for none, -1 for the last of the month.
        month: 0 for none.
        month_calendar: Of the name of the month.
        year: The number of the year, None for none.
        era: What is said beside the year.
        weekday: From 0 on Monday, None for none.
        numbers: Three numbers, or two, in which no word says what is what.
        has_year: Whether a year is said.
    """

    day: int
    month: int
    month_calendar: Calendar
    year: DateToken | None
    era: Calendar
    weekday: int | None
    numbers: tuple[DateToken, ...]
    has_year: bool


@dataclass(frozen=True, slots=True)
class DayReckoner:
    """Reckons days.

    Args:
        is_persian: Whether the text is in a language that counts in solar years.
        is_arabic: Whether it is in Arabic, whose years from 1300 to 1500 are lunar.
        written: When the text was written, for days without a year; `UNDATED` where that is not known.
        order: Which of two numbers is the day.
    """

    is_persian: bool = False
    is_arabic: bool = False
    written: FuzzyDate = UNDATED
    order: DayOrder = DayOrder.UNKNOWN

    def reckon(self, part: DatePart) -> Reckoned:
        """Return the days that a part may be."""
        return _reckoned(self, _said(part))

    def days_of(self, part: SaidDay) -> Reckoned:
        """Return the days that a wording may be, wherever it stands."""
        if not part.has_year:
            return self._without_year(part)
        readings = [*self._readings(part)]
        reader = DateReader(self.order, is_persian=self.is_persian)
        date = reader.date_of(readings, weekday=part.weekday)
        if date is None:
            return Reckoned(replace(UNDATED, calendar=self._calendar(part)), _why_impossible(readings))
        if part.day < 0:
            date = _last_day(date)
        if part.weekday is None or date.precision is not Precision.DAY:
            return Reckoned(date)
        days = [date.earliest, date.latest] if date.earliest and date.latest else []
        spreads = [spread for each, _ in readings if (spread := day_range(each))]
        tabled = tuple(spread.first + (spread.last - spread.first) / 2 for spread in spreads)
        return Reckoned(date, "", "fits" if all(day.weekday() == part.weekday for day in days) else "contradicts", tabled)

    def _without_year(self, part: SaidDay) -> Reckoned:
        calendar = self._calendar(part)
        if part.day > 0 and part.month and part.day > (30 if calendar is Calendar.HIJRI else 31 if part.month != 2 else 29):
            return Reckoned(replace(UNDATED, calendar=calendar), "no such day")
        date = replace(UNDATED, calendar=calendar, unresolved=(Unresolved.MISSING_YEAR,))
        return Reckoned(self._nearest(part, calendar) or date)

    def _nearest(self, part: SaidDay, calendar: Calendar) -> FuzzyDate | None:
        """Return the days in that year in which they come nearest to the writing."""
        if not (self.written.earliest and self.written.latest):
            return None
        middle = self.written.earliest + (self.written.latest - self.written.earliest) / 2
        year = _year_of(middle, calendar)
        reader = DateReader()
        found: list[FuzzyDate] = []
        for each in range(year - 1, year + 2):
            named = NamedDay(calendar, each, part.month, max(part.day, 0))
            date = reader.date_of([(named, ())], weekday=part.weekday)
            found += [_last_day(date) if part.day < 0 else date] if date else []
        nearest = min(found, key=lambda date: abs((date.bounds[0] - middle).days), default=None)
        return replace(nearest, unresolved=(Unresolved.MISSING_YEAR, *nearest.unresolved)) if nearest else None

    def _calendar(self, part: SaidDay) -> Calendar:
        if part.month_calendar is not Calendar.UNKNOWN:
            return part.month_calendar
        return part.era if part.era is not Calendar.UNKNOWN else Calendar.GREGORIAN

    def _readings(self, part: SaidDay) -> Iterator[Reading]:
        if part.numbers:
            for year, month, day, why in dealt_out(part.numbers, 0, self.order):
                yield from self._of_year(year, month, day, why, part)
        elif part.year:
            yield from self._of_year(part.year, part.month, max(part.day, 0), (), part)

    def _of_year(self, year: DateToken, month: int, day: int, why: tuple[Unresolved, ...], part: SaidDay) -> Iterator[Reading]:
        reader = DateReader(self.order, is_persian=self.is_persian)
        if part.era is Calendar.SOLAR_HIJRI and year.value in _KURDISH_YEARS:
            year = replace(year, value=year.value - _KURDISH_AHEAD)
        for counted in self._year_calendars(year, part, reader):
            slip = (Unresolved.CALENDAR,) if counted is self._slipped_era(year, part) else ()
            for whole, doubt in reader.years(year, counted):
                if part.numbers and part.era is Calendar.UNKNOWN and whole not in _PAPER_YEARS.get(counted, (whole,)):
                    yield NamedDay(counted, 0, month, day), ()
                    continue
                mine = (
                    counted if counted is Calendar.RUMI else part.month_calendar if part.month_calendar is not Calendar.UNKNOWN else counted
                )
                for named in _within(whole, counted, mine, month, day):
                    yield named, (*why, *doubt, *slip)

    def _year_calendars(self, year: DateToken, part: SaidDay, reader: DateReader) -> list[Calendar]:
        """Return in which calendars a year may be counted: as the era says, else as its number does, else as the month."""
        if part.era is not Calendar.UNKNOWN:
            return [self._slipped_era(year, part) or part.era]
        if part.month_calendar is not Calendar.UNKNOWN:
            is_gregorian = year.digits > 2 and year.value >= _FIRST_GREGORIAN
            is_lunar = part.month_calendar is Calendar.SOLAR_HIJRI and year.digits == 4 and year.value > _LAST_SOLAR
            is_foreign = part.month_calendar is Calendar.GREGORIAN and year.digits == 4 and not is_gregorian
            if is_foreign and year.value in _RUMI_YEARS:
                return [Calendar.RUMI]
            is_lunar = is_lunar or (is_foreign and self.is_arabic)
            return [Calendar.GREGORIAN if is_gregorian else Calendar.HIJRI if is_lunar else part.month_calendar]
        found = reader.calendars(year)
        is_lunar = Calendar.HIJRI in found or (year.digits == _YEAR_LENGTH and year.value in _LUNAR_YEARS_OF_PAPERS)
        return [Calendar.HIJRI] if self.is_arabic and is_lunar else found

    def _slipped_era(self, year: DateToken, part: SaidDay) -> Calendar | None:
        """Return the calendar of a whole day whose sign of the era is that of the other calendar; None where nothing tells so.

        1436 with the sign of Christian years is a lunar year where the rest is Arabic figures or a lunar month, and no paper is of 2015 AH.
        """
        if year.digits != _YEAR_LENGTH or not (part.numbers or part.day):
            return None
        if part.era is Calendar.HIJRI and year.value in _PAPER_YEARS[Calendar.GREGORIAN]:
            return Calendar.GREGORIAN
        is_lunar = part.month_calendar is Calendar.HIJRI or (bool(part.numbers) and self.is_arabic)
        if part.era is Calendar.GREGORIAN and is_lunar and year.value in _PAPER_YEARS[Calendar.HIJRI]:
            return Calendar.HIJRI
        return None


@remembered(1 << 14)
def _reckoned(reckoner: DayReckoner, said: SaidDay) -> Reckoned:
    return reckoner.days_of(said)


def _said(part: DatePart) -> SaidDay:
    numbers = tokens_of(part.numbers)
    year = _token(part.year) if part.year else None
    return SaidDay(part.day, part.month, part.month_calendar, year, part.era, part.weekday, numbers, part.has_year)


def tokens_of(pieces: Iterable[DatePiece]) -> tuple[DateToken, ...]:
    """Return numbers of a text as those of a form."""
    return tuple(map(_token, pieces))


def _token(piece: DatePiece) -> DateToken:
    return DateToken(DateWord.NUMBER, piece.value, piece.digits)


def _within(year: int, counted: Calendar, mine: Calendar, month: int, day: int) -> Iterator[NamedDay]:
    """Yield a day of one calendar in a year of another: Ramadan 2014, the tenth of Jadi 1443 of the Hijra."""
    if counted is mine:
        yield NamedDay(mine, year, month, day)
        return
    whole = day_range(NamedDay(counted, year))
    if whole is None:
        yield NamedDay(mine, year, month, day)
        return
    start = _year_of(whole.first, mine)
    for each in range(start - 1, start + 3):
        named = NamedDay(mine, each, month, day)
        spread = day_range(named)
        if spread and spread.last >= whole.first and spread.first <= whole.last:
            yield named


def _year_of(day: dt.date, calendar: Calendar) -> int:
    if calendar is Calendar.HIJRI:
        return (day.year - _HEGIRA) * _LUNAR_YEARS // _SUN_YEARS + 1
    return day.year - _SOLAR_BEHIND if calendar is Calendar.SOLAR_HIJRI else day.year


def _last_day(month: FuzzyDate) -> FuzzyDate:
    """Return the last day of a month: of a Hijri one, which may begin and end a day early or late, one of three."""
    if month.latest is None:
        return month
    last = month.latest
    first = last - dt.timedelta(2) if month.calendar is Calendar.HIJRI else last
    return replace(month, earliest=first, latest=last, precision=Precision.DAY, weights=())


def _why_impossible(readings: Iterable[Reading]) -> str:
    """Return why there is no such day: the year, the month or the day."""
    named = [each for each, _ in readings]
    if not any(day_range(NamedDay(each.calendar, each.year)) for each in named):
        is_early = any(0 < each.year < _FIRST_YEARS.get(each.calendar, 0) for each in named)
        return "year out of range" if is_early else "no such year" if named else "no such day"
    if all(not 1 <= each.month <= _MONTHS for each in named if each.month):
        return "no such month" if any(each.month for each in named) else "no such day"
    return "no such day"
