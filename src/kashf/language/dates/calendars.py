"""Days of the calendars that papers are dated in, as days of the Gregorian one, with the doubt that a calendar brings."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from kashf.domain.date import Calendar, Precision

#: Years of Umm al-Qura's tables. Source: hijridate, which carries them.
_HIJRI_YEARS: Final = range(1343, 1501)
#: Years before them are reckoned. Source: the civil tabular calendar, N. Dershowitz, E. M. Reingold (2018), "Calendrical Calculations",
#: section 7.1. In the months that both have it begins a day behind Umm al-Qura in six of ten, two days in three of a hundred.
_RECKONED_YEARS: Final = range(1, 1343)
_HEGIRA_DAY: Final = 227014
_RECKONED_WEIGHTS: Final = (1, 3, 4, 3, 1)
#: Years of the Ottoman treasury's sun year, from its first to the last; the year began in March and counted as the Julian calendar does up
#: to 1332, since then as the Gregorian one; the last began in January. Source: the law of 8 February 1917.
_RUMI_YEARS: Final = range(1256, 1342)
_LAST_JULIAN: Final = 1332
_RUMI_BEHIND: Final = 584
#: Years in which every 33 hold 8 leap years at the same places, as the equinox has them. Source: Kazimierz M. Borkowski (1996),
#: "The Persian calendar for 3000 years", table 1.
_SOLAR_YEARS: Final = range(1244, 1471)
_SOLAR_LEAPS: Final = (1, 5, 9, 13, 17, 22, 26, 30)
_SOLAR_MONTHS: Final = (31,) * 6 + (30,) * 5 + (29,)
#: A year and its first day, from which the others are counted.
_SOLAR_EPOCH: Final = (1369, dt.date(1990, 3, 21))
#: The first and the last Gregorian year that a text tells of; days before 1582 are taken as they are written.
_GREGORIAN_YEARS: Final = range(1000, 2100)
#: A Hijri month begins a day earlier or later than the tables have it in a third of the papers: two thirds, a sixth, a sixth.
_MONTH_START_WEIGHTS: Final = (1, 4, 1)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day, month or year as a calendar counts it.

    Args:
        calendar: Which.
        year: With all its digits.
        month: From 1; 0 for a whole year.
        day: From 1; 0 for a whole month.
    """

    calendar: Calendar
    year: int
    month: int = 0
    day: int = 0

    @property
    def precision(self) -> Precision:
        """How finely it is named."""
        return Precision.DAY if self.day else Precision.MONTH if self.month else Precision.YEAR


@dataclass(frozen=True, slots=True)
class DayRange:
    """From one day to another, with how likely each is beside the others; () where all are alike."""

    first: dt.date
    last: dt.date
    weights: tuple[int, ...] = ()


def day_range(named: NamedDay) -> DayRange | None:
    """Return the Gregorian days that may be meant; None where there is no such day.

    >>> day_range(NamedDay(Calendar.SOLAR_HIJRI, 1369, 3, 4)).first
    datetime.date(1990, 5, 25)
    >>> day_range(NamedDay(Calendar.GREGORIAN, 1990, 2, 31)) is None
    True
    """
    if not (0 <= named.month <= 12 and 0 <= named.day <= 31):
        return None
    if named.calendar is Calendar.HIJRI:
        return _hijri(named)
    if named.calendar is Calendar.RUMI:
        return _rumi(named)
    if named.calendar is not Calendar.SOLAR_HIJRI and named.year not in _GREGORIAN_YEARS:
        return None
    whole = NamedDay(named.calendar, named.year, named.month or 1, named.day or 1)
    last = NamedDay(named.calendar, named.year, named.month or 12, named.day or _month_length(named, named.month or 12))
    first_day, last_day = _first(whole), _first(last)
    return DayRange(first_day, last_day) if first_day and last_day else None


def _first(named: NamedDay) -> dt.date | None:
    if named.calendar is Calendar.SOLAR_HIJRI:
        return _solar(named)
    if named.day > _month_length(named, named.month):
        return None
    return dt.date(named.year, named.month, named.day)


def _month_length(named: NamedDay, month: int) -> int:
    if named.calendar is Calendar.SOLAR_HIJRI:
        return _SOLAR_MONTHS[month - 1] + (month == 12 and _is_solar_leap(named.year))
    first = dt.date(named.year, month, 1)
    return ((first + dt.timedelta(31)).replace(day=1) - first).days


def _solar(named: NamedDay) -> dt.date | None:
    if named.year not in _SOLAR_YEARS or named.day > _month_length(named, named.month):
        return None
    epoch, day = _SOLAR_EPOCH
    years = range(min(epoch, named.year), max(epoch, named.year))
    length = sum(365 + _is_solar_leap(year) for year in years)
    in_year = sum(_SOLAR_MONTHS[: named.month - 1]) + named.day - 1
    return day + dt.timedelta((length if named.year >= epoch else -length) + in_year)


def _is_solar_leap(year: int) -> bool:
    return year % 33 in _SOLAR_LEAPS


def _hijri(named: NamedDay) -> DayRange | None:
    """Return the days around those of the tables, since a month is begun where the moon was seen."""
    if named.year in _RECKONED_YEARS and named.day <= 30:
        return _reckoned_hijri(named)
    if named.year not in _HIJRI_YEARS or named.day > 30:
        return None
    from hijridate import Hijri

    begins = Hijri(named.year, named.month or 1, 1).to_gregorian() + dt.timedelta(max(named.day, 1) - 1)
    day = dt.timedelta(1)
    if named.day:
        return DayRange(begins - day, begins + day, _MONTH_START_WEIGHTS)
    months = range(named.month, named.month + 1) if named.month else range(1, 13)
    length = sum(Hijri(named.year, month, 1).month_length() for month in months)
    return DayRange(begins - day, begins + length * day)


def _reckoned_hijri(named: NamedDay) -> DayRange:
    """Return the days around those of arithmetic, further off than those of the tables."""
    day, (behind, behind_month) = dt.timedelta(2), (named.year, named.month + 1) if 0 < named.month < 12 else (named.year + 1, 1)
    begins = _arithmetic(named.year, named.month or 1) + dt.timedelta(max(named.day, 1) - 1)
    if named.day:
        return DayRange(begins - day, begins + day, _RECKONED_WEIGHTS)
    return DayRange(begins - day, _arithmetic(behind, behind_month) - dt.timedelta(1) + day)


def _arithmetic(year: int, month: int) -> dt.date:
    """Return the first day of a Hijri month: months of 30 and 29 days in turn, and 11 leap years in 30."""
    days = 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return dt.date.fromordinal(_HEGIRA_DAY + 1 + days)


def _rumi(named: NamedDay) -> DayRange | None:
    if named.year not in _RUMI_YEARS:
        return None
    if not named.month:
        first, last = (_rumi(NamedDay(Calendar.RUMI, named.year, month, day)) for month, day in ((3, 1), (2, 28)))
        return DayRange(first.first, last.last) if first and last else None
    year = named.year + _RUMI_BEHIND + (named.month < 3 and named.year <= _LAST_JULIAN)
    whole = day_range(NamedDay(Calendar.GREGORIAN, year, named.month, named.day))
    if whole is None or named.year > _LAST_JULIAN:
        return whole
    late = dt.timedelta(year // 100 - year // 400 - 2 - (year % 100 == 0 and year % 400 > 0 and named.month < 3))
    return DayRange(whole.first + late, whole.last + late)


def hijri_day(day: dt.date) -> NamedDay | None:
    """Return a Gregorian day as Umm al-Qura counts it; None outside its tables.

    >>> hijri_day(dt.date(2013, 11, 23))
    NamedDay(calendar=<Calendar.HIJRI: 'hijri'>, year=1435, month=1, day=20)
    """
    from hijridate import Gregorian

    try:
        found = Gregorian.fromdate(day).to_hijri()
    except OverflowError:
        return None
    return NamedDay(Calendar.HIJRI, found.year, found.month, found.day)


def merged(ranges: tuple[DayRange, ...], *, most_weights: int) -> DayRange:
    """Return the range from the first to the last of several, with weight 0 for the days in none of them while they are few."""
    first, last = min(each.first for each in ranges), max(each.last for each in ranges)
    days = (last - first).days + 1
    if len(ranges) == 1 or days > most_weights:
        return DayRange(first, last, ranges[0].weights if len(ranges) == 1 else ())
    weights = [0] * days
    for each in ranges:
        start = (each.first - first).days
        for at, weight in enumerate(each.weights or (1,) * ((each.last - each.first).days + 1)):
            weights[start + at] = max(weights[start + at], weight)
    return DayRange(first, last, tuple(weights) if min(weights) != max(weights) else ())
