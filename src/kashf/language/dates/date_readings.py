"""The days that the numbers and words of one wording of a date may name: the one place where years, months and days are dealt out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.date import MOST_WEIGHTS, Calendar, FuzzyDate, Unresolved
from kashf.language.dates.calendars import DayRange, NamedDay, day_range, merged
from kashf.language.dates.date_tokens import DateToken, DateWord
from kashf.language.dates.day_orders import DayOrder

#: Years of two digits up to this are of this century, later ones of the last.
_LAST_OF_THIS_CENTURY: Final = 40
_LAST_OF_HIJRI_CENTURY: Final = 60
#: Gregorian years of four digits, Hijri ones, and the last solar one that anybody has written.
_FIRST_GREGORIAN: Final = 1700
_SOLAR: Final = range(1280, 1420)
_LUNAR: Final = range(1330, 1480)

_FIRST_HIJRI: Final = 1200

#: A day as a calendar counts it, with what was doubtful in reading it.
Reading = tuple[NamedDay, tuple[Unresolved, ...]]
_Placed = tuple[NamedDay, tuple[Unresolved, ...], DayRange]


@dataclass(frozen=True, slots=True)
class DateReader:
    """Reads one wording of a date.

    Args:
        order: Which of two numbers is the day.
        is_persian: Whether it is written in Iran or Afghanistan, where 1369 is a solar year.
        is_birth: Whether it is a birth, which may be of the last century.
        latest: The last day that it can be, None where nothing bounds it.
    """

    order: DayOrder = DayOrder.UNKNOWN
    is_persian: bool = False
    is_birth: bool = False
    latest: dt.date | None = None

    def read(self, tokens: Sequence[DateToken]) -> FuzzyDate | None:
        """Return the date of a wording, None for none."""
        return self.date_of(self._named(tokens), weekday=next((token.value for token in tokens if token.kind is DateWord.WEEKDAY), None))

    def date_of(self, named: Iterable[Reading], *, weekday: int | None = None) -> FuzzyDate | None:
        """Return the days that readings of one wording leave, None where there is no such day."""
        found = [(each, why, spread) for each, why in named if (spread := day_range(each)) and self._is_possible(spread)]
        found = _by_weekday(found, weekday)
        if not found:
            return None
        days = merged(tuple(spread for _, _, spread in found), most_weights=MOST_WEIGHTS)
        whys = {why for _, reasons, _ in found for why in reasons if why is not Unresolved.DAY_MONTH_ORDER or len(found) > 1}
        calendars = {each.calendar for each, _, _ in found}
        if len(calendars) > 1:
            whys.add(Unresolved.CALENDAR)
        if Calendar.HIJRI in calendars and days.first != days.last:
            whys.add(Unresolved.MONTH_START)
        calendar = calendars.pop() if len(calendars) == 1 else Calendar.UNKNOWN
        reasons = tuple(why for why in Unresolved if why in whys)
        return FuzzyDate(days.first, days.last, "", calendar, found[0][0].precision, days.weights, reasons)

    def _is_possible(self, spread: DayRange) -> bool:
        """Return whether nobody knew better: who fills in a form was born before."""
        return self.latest is None or spread.first <= self.latest

    def _named(self, tokens: Sequence[DateToken]) -> Iterator[Reading]:
        eras = [token.calendar for token in tokens if token.kind is DateWord.ERA]
        months = list(dict.fromkeys(token for token in tokens if token.kind is DateWord.MONTH))
        numbers = [token for token in tokens if token.kind is DateWord.NUMBER]
        if len(months) > 1 or len(numbers) + len(months) > 3 or not numbers:
            return
        for year, month, day, why in dealt_out(numbers, months[0].value if months else 0, self.order):
            calendars = [months[0].calendar] if months else eras[-1:] or self.calendars(year)
            for calendar in calendars:
                for whole, doubt in self.years(year, calendar):
                    yield NamedDay(calendar, whole, month, day), (*why, *doubt)

    def calendars(self, year: DateToken) -> list[Calendar]:
        """Return in which calendars a year may be counted that does not say so."""
        if year.digits < 3 or year.value >= _FIRST_GREGORIAN:
            return [Calendar.GREGORIAN]
        found = [Calendar.SOLAR_HIJRI] * (year.value in _SOLAR) + [Calendar.HIJRI] * (year.value in _LUNAR and not self.is_persian)
        return found or [Calendar.HIJRI] * (year.value >= _FIRST_HIJRI)

    def years(self, year: DateToken, calendar: Calendar) -> Iterator[tuple[int, tuple[Unresolved, ...]]]:
        """Yield the whole years that one may stand for; of a birth, one hundred years ago is one of them."""
        if year.digits > 2:
            yield year.value, ()
            return
        doubt = (Unresolved.TWO_DIGIT_YEAR,)
        if calendar is not Calendar.GREGORIAN:
            yield year.value + (1400 if year.value <= _LAST_OF_HIJRI_CENTURY and calendar is Calendar.HIJRI else 1300), doubt
        elif year.value > _LAST_OF_THIS_CENTURY:
            yield 1900 + year.value, doubt
        else:
            yield 2000 + year.value, doubt
            if self.is_birth:
                yield 1900 + year.value, doubt


def dealt_out(numbers: Sequence[DateToken], month: int, order: DayOrder) -> Iterator[tuple[DateToken, int, int, tuple[Unresolved, ...]]]:
    """Yield year, month and day as numbers may be dealt out to them; 0 for what is not there."""
    rest = list(numbers)
    at = next((place for place, each in enumerate(rest) if each.digits > 2 or each.value > 31), len(rest) - 1)
    if len(rest) == 1 and not month and rest[0].digits < 3:
        return
    if len(rest) + bool(month) == 1 and not month and not rest[0].value >= 1000:
        return
    year = rest.pop(at)
    values = [each.value for each in rest]
    if any(each.digits > 2 for each in rest):
        return
    match values, bool(month):
        case ([], _):
            yield year, month, 0, ()
        case ([day], True) if day:
            yield year, month, day, ()
        case ([number], False) if number and year.digits > 2:
            yield year, number, 0, ()
        case ([first, second], False) if first and second:
            yield from _day_and_month(year, first, second, is_year_first=at == 0, order=order)


def _day_and_month(
    year: DateToken, first: int, second: int, *, is_year_first: bool, order: DayOrder
) -> Iterator[tuple[DateToken, int, int, tuple[Unresolved, ...]]]:
    """Yield both orders of day and month where both may be; behind the year the month comes first."""
    day_first, month_first = (year, second, first, ()), (year, first, second, ())
    if is_year_first:
        yield month_first if first <= 12 else day_first
    elif first > 12 or first == second or (order is DayOrder.DAY_FIRST and second <= 12):
        yield day_first
    elif second > 12 or order is DayOrder.MONTH_FIRST:
        yield month_first
    else:
        for each in (day_first, month_first):
            yield (*each[:3], (Unresolved.DAY_MONTH_ORDER,))


def _by_weekday(named: list[_Placed], weekday: int | None) -> list[_Placed]:
    """Return the readings that fall on the weekday that is written, cut down to it; all where none does or none is written."""
    if weekday is None:
        return named
    found: list[_Placed] = []
    for each, why, spread in named:
        days = [spread.first + dt.timedelta(ahead) for ahead in range((spread.last - spread.first).days + 1)] if each.day else []
        found += [(each, why, DayRange(day, day)) for day in days if day.weekday() == weekday]
    return found or named
