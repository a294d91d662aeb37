"""Days in the calendars that forms are dated by; births lie before the tables of `siege.dates`, so here they are reckoned."""

import datetime as dt
from typing import NamedTuple

#: Source: the arithmetic calendar with 11 leap years in 30, as in E. G. Richards, Mapping Time (1998), chapter 25.
_HIJRI_EPOCH = 1948440
_JULIAN_OF_ORDINAL = 1721425
#: How many days a reckoned Hijri day may lie from the one that was meant, since months begin when the moon is seen.
HIJRI_SLACK_DAYS = 2


class CalendarDay(NamedTuple):
    """A day in some calendar."""

    year: int
    month: int
    day: int


def to_calendar(day: dt.date, calendar: str) -> CalendarDay:
    """Return a Gregorian day in the calendar "hijri" or "solar".

    >>> to_calendar(dt.date(1987, 3, 21), "solar"), to_calendar(dt.date(2000, 4, 6), "hijri")
    (CalendarDay(year=1366, month=1, day=1), CalendarDay(year=1421, month=1, day=1))
    """
    return _hijri(day) if calendar == "hijri" else _solar(day)


def _hijri(day: dt.date) -> CalendarDay:
    rest = day.toordinal() + _JULIAN_OF_ORDINAL - _HIJRI_EPOCH + 10632
    cycle = (rest - 1) // 10631
    rest = rest - 10631 * cycle + 354
    year = ((10985 - rest) // 5316) * ((50 * rest) // 17719) + (rest // 5670) * ((43 * rest) // 15238)
    rest += 29 - ((30 - year) // 15) * ((17719 * year) // 50) - (year // 16) * ((15238 * year) // 43)
    month = (24 * rest) // 709
    return CalendarDay(30 * cycle + year - 30, month, rest - (709 * month) // 24)


def _solar(day: dt.date) -> CalendarDay:
    """Return the day of the solar Hijri calendar, by its cycle of 33 years, which is exact for the years that people here are born in."""
    days = day.toordinal() - dt.date(1921, 3, 21).toordinal()
    year = 1300
    while days >= (length := 366 if year % 33 in {1, 5, 9, 13, 17, 22, 26, 30} else 365):
        days -= length
        year += 1
    month, rest = (days // 31, days % 31) if days < 186 else (6 + (days - 186) // 30, (days - 186) % 30)
    return CalendarDay(year, month + 1, rest + 1)
