"""Which part of an office's numbers runs: 104 in 3/6/104, 15 in ض/15; what stays the same around it, and which part is a year."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.language.dates.calendars import hijri_day

#: Where the running part stands in a pattern, and where a year does.
RUNNING: Final = "#"
YEAR: Final = "year"
#: Digits of a part that may run: the register with the most letters of a year that anybody told of has some hundred thousand.
_MOST_DIGITS: Final = 7
#: Years as numbers print them, with all digits.
_YEARS: Final = (range(1300, 1500), range(1900, 2101))
#: Of the dated letters with two digits at one place, the share whose year these have to be.
_YEARLY: Final = 0.8
#: How many times as many numbers have to run from the other end before a number is taken for reversed.
_REVERSED: Final = 3


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number as a paper has it.

    Args:
        normal: With slashes between its parts, in western digits.
        day: Of the paper, where that is known to the day or nearly.
    """

    normal: str
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class RunningNumber:
    """A number with its running part told.

    Args:
        pattern: Its other parts with slashes between, `#` for the one that runs and `year` for a year: "3/6/#".
        serial: The running part.
        year: The year that is part of it, with all digits; None where none is.
        is_reversed: Whether it is read from its other end, as most numbers of its office are.
    """

    pattern: str
    serial: int
    year: int | None = None
    is_reversed: bool = False


def running_numbers(numbers: Sequence[WrittenNumber]) -> Mapping[str, RunningNumber]:
    """Return which part of each number of one office runs; what has no part that may is left out.

    The part that has the most different values among numbers that are otherwise alike runs; the last one where that does not tell.

    >>> found = running_numbers([WrittenNumber(normal) for normal in ("4/11/2014", "4/12/2014", "4/9/2013", "2013/17/4", "ض/15")])
    >>> found["4/9/2013"], found["ض/15"].serial, found["2013/17/4"].is_reversed
    (RunningNumber(pattern='4/#/year', serial=9, year=2013, is_reversed=False), 15, True)
    """
    yearly = _two_digit_years(numbers)
    distinct = {each.normal for each in numbers}
    values: dict[str, set[int]] = defaultdict(set)
    ways = {normal: tuple(_ways(normal, yearly)) for normal in sorted(distinct)}
    for found in ways.values():
        for way in found:
            if not way.is_reversed:
                values[way.pattern].add(way.serial)
    return {normal: chosen for normal, found in ways.items() if (chosen := _chosen(found, values))}


def telling_patterns(normal: str) -> tuple[str, ...]:
    """Return the patterns that a number may be of which tell an office: those with letters in them.

    >>> telling_patterns("FLO/13/2014"), telling_patterns("4/13")
    (('FLO/#/year', 'year/#/FLO'), ())
    """
    patterns = dict.fromkeys(way.pattern for way in _ways(normal, {}))
    return tuple(each for each in patterns if any(not part.isdecimal() and part not in {RUNNING, YEAR} for part in each.split("/")))


def whole_year(part: str) -> int | None:
    """Return the year that a part is with all its digits; None for any other part.

    >>> whole_year("1436"), whole_year("36"), whole_year("2765")
    (1436, None, None)
    """
    return int(part) if len(part) == 4 and part.isdecimal() and any(int(part) in years for years in _YEARS) else None


def _ways(normal: str, yearly: Mapping[tuple[int, str], int]) -> Iterator[RunningNumber]:
    """Yield how a number may be taken apart: as written, and from its other end."""
    parts = normal.split("/")
    yield from _of_parts(parts, yearly, is_reversed=False)
    if len(parts) > 1 and parts != parts[::-1]:
        yield from _of_parts(parts[::-1], yearly, is_reversed=True)


def _of_parts(parts: Sequence[str], yearly: Mapping[tuple[int, str], int], *, is_reversed: bool) -> Iterator[RunningNumber]:
    years = {place: year for place, part in enumerate(parts) if (year := whole_year(part))}
    years = years or {place: year for place, part in enumerate(parts) if (year := yearly.get((place, f"{part}|{_around(parts)}")))}
    running = [place for place, part in enumerate(parts) if part.isdecimal() and len(part) <= _MOST_DIGITS]
    if any(place not in years for place in running):
        running = [place for place in running if place not in years]
    for place in running:
        told = {at: year for at, year in years.items() if at != place}
        pattern = "/".join(RUNNING if at == place else YEAR if at in told else part for at, part in enumerate(parts))
        yield RunningNumber(pattern, int(parts[place]), next(iter(told.values()), None), is_reversed)


def _chosen(ways: Sequence[RunningNumber], values: Mapping[str, set[int]]) -> RunningNumber | None:
    straight = [way for way in ways if not way.is_reversed]
    if not straight:
        return None
    # Of equals the last: most offices write where a letter belongs before how many it is.
    best = max(enumerate(straight), key=lambda each: (len(values[each[1].pattern]), each[0]))[1]
    turned = max((way for way in ways if way.is_reversed), key=lambda way: len(values.get(way.pattern, ())), default=None)
    if turned and len(values.get(turned.pattern, ())) >= _REVERSED * len(values[best.pattern]):
        return turned
    return best


def _around(parts: Sequence[str]) -> str:
    """Return how many parts there are and the signs among them: where parts at one place are the same thing."""
    return "/".join("" if part.isdecimal() else part for part in parts)


def _two_digit_years(numbers: Iterable[WrittenNumber]) -> Mapping[tuple[int, str], int]:
    """Return the two-digit parts that are years, since nearly all dated letters with two digits there are of them, and of several."""
    seen: dict[tuple[int, str], set[str]] = defaultdict(set)
    years: dict[tuple[int, str], Counter[int]] = defaultdict(Counter)
    for number in numbers:
        parts = number.normal.split("/")
        if len(parts) < 2 or any(map(whole_year, parts)):
            continue
        dated = _years_of(number.day) if number.day else ()
        for order in (parts, parts[::-1]):
            for place, part in enumerate(order):
                if len(part) == 2 and part.isdecimal():
                    key = (place, _around(order))
                    seen[key].add(part)
                    years[key].update([next((year for year in dated if year % 100 == int(part)), 0)] if dated else [])
    found: dict[tuple[int, str], int] = {}
    for (place, around), counted in years.items():
        told = [year for year in counted if year]
        if len(told) > 1 and counted.total() - counted[0] >= _YEARLY * counted.total():
            near = {year % 100: year for known in told for year in (known - 1, known, known + 1)}
            found |= {(place, f"{part}|{around}"): near[int(part)] for part in seen[place, around] if int(part) in near}
    return found


def _years_of(day: dt.date) -> tuple[int, ...]:
    hijri = hijri_day(day)
    return (day.year, hijri.year) if hijri else (day.year,)
