"""Whether the numbers of an office begin anew every year, and in which calendar, as their days tell."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from kashf.domain.date import Calendar
from kashf.events.registers.number_order import DatedNumber, in_order
from kashf.language.dates.calendars import NamedDay, day_range, hijri_day

#: By how much the share of numbers in order has to grow when years are taken apart, before they are: any cut makes it grow by chance.
_GAIN: Final = 0.08
#: Dated letters from which an office tells by itself; those with fewer follow the other offices of the pile.
_FEWEST: Final = 12
#: A year printed in numbers is Hijri below this one.
_FIRST_GREGORIAN: Final = 1700
_FIRST_HIJRI: Final = 1200


class BeginsAnew(StrEnum):
    """When the numbers of an office begin anew."""

    THROUGH = "through"
    GREGORIAN_YEAR = "gregorian-year"
    HIJRI_YEAR = "hijri-year"


_YEARLY: Final = (BeginsAnew.GREGORIAN_YEAR, BeginsAnew.HIJRI_YEAR)


def year_of(day: dt.date, numbering: BeginsAnew) -> int:
    """Return the year whose register a day belongs to; 0 where numbers run through.

    >>> year_of(dt.date(2014, 11, 1), BeginsAnew.HIJRI_YEAR), year_of(dt.date(2014, 11, 1), BeginsAnew.THROUGH)
    (1436, 0)
    """
    if numbering is BeginsAnew.GREGORIAN_YEAR:
        return day.year
    if numbering is BeginsAnew.THROUGH:
        return 0
    hijri = _hijri(day)
    return hijri or day.year


def numbering_of_year(year: int) -> BeginsAnew:
    """Return how numbers run in which a year is printed."""
    return BeginsAnew.HIJRI_YEAR if year < _FIRST_GREGORIAN else BeginsAnew.GREGORIAN_YEAR


def days_of_year(year: int) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of a year, Hijri where it is a low one, a day more on either side for the doubt of that calendar."""
    if year >= _FIRST_GREGORIAN:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    days = day_range(NamedDay(Calendar.HIJRI, year)) if year >= _FIRST_HIJRI else None
    return (days.first, days.last) if days else None


@dataclass(frozen=True, slots=True)
class DatedSeries:
    """The dated numbers of one office and pattern, all years together.

    Args:
        body: The body at the top of the office: offices under one begin anew together.
        calendar: In which its letters are mostly dated.
        numbers: Without a year of their own.
    """

    body: str
    calendar: Calendar
    numbers: tuple[DatedNumber, ...]


def numberings(series: Sequence[DatedSeries]) -> tuple[BeginsAnew, ...]:
    """Return how the numbers of each series run; those with few letters as those of their body, or of the pile, do."""
    shares = [_shares(each.numbers) for each in series]
    bodies: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(series):
        bodies[each.body].append(place)
    pile = _pooled(range(len(series)), shares, series)
    of_body = {body: _pooled(places, shares, series) or pile for body, places in bodies.items()}
    found: list[BeginsAnew] = []
    for share, each in zip(shares, series, strict=True):
        told = share if len(each.numbers) >= _FEWEST else of_body[each.body] or share
        found.append(_numbering(told, each.calendar))
    return tuple(found)


def _pooled(
    places: Sequence[int], shares: Sequence[Mapping[BeginsAnew, float]], series: Sequence[DatedSeries]
) -> Mapping[BeginsAnew, float] | None:
    """Return the shares of several series together, each by its letters; None where they are too few to tell."""
    letters = sum(len(series[place].numbers) for place in places)
    if letters < _FEWEST:
        return None
    return {each: sum(shares[place][each] * len(series[place].numbers) for place in places) / letters for each in BeginsAnew}


def _numbering(shares: Mapping[BeginsAnew, float], calendar: Calendar) -> BeginsAnew:
    likes = BeginsAnew.HIJRI_YEAR if calendar is Calendar.HIJRI else BeginsAnew.GREGORIAN_YEAR
    best = max(_YEARLY, key=lambda each: (round(shares[each], 2), each is likes))
    return best if shares[best] - shares[BeginsAnew.THROUGH] > _GAIN else BeginsAnew.THROUGH


def _shares(numbers: Sequence[DatedNumber]) -> Mapping[BeginsAnew, float]:
    """Return for each way of numbering which share of numbers stands in order."""
    found: dict[BeginsAnew, float] = {}
    for numbering in BeginsAnew:
        parts: dict[int, list[DatedNumber]] = defaultdict(list)
        for each in numbers:
            parts[year_of(each.earliest, numbering)].append(each)
        found[numbering] = sum(len(in_order(part)) for part in parts.values()) / len(numbers) if numbers else 1.0
    return found


@lru_cache(maxsize=4096)
def _hijri(day: dt.date) -> int:
    named = hijri_day(day)
    return named.year if named else 0
