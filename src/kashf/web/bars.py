"""Months, or years, as bars: every one from the first to the last, those without anything too."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

#: Bars that are drawn; a longer time is drawn by year.
MOST_BARS: Final = 48
#: A month that can be drawn; what a document says of itself may be anything.
MONTH: Final = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a month, or a year where the months would be too many.

    Args:
        value: yyyy-mm or yyyy.
        number: How many there are in it.
        left: Where it stands, in units of a tenth of a bar.
        height: In [0..100].
        href: The screen narrowed to it, or no longer when it is chosen; "" when it cannot be.
        is_chosen: Whether the screen is narrowed to it.
    """

    value: str
    number: int
    left: int
    height: float
    href: str
    is_chosen: bool


def bars(counts: Mapping[str, int], narrowed: Callable[[str], tuple[str, bool]]) -> tuple[Bar, ...]:
    """Return a bar for each month, or for each year of the last ones where the months are too many to draw.

    Args:
        counts: Numbers by month, yyyy-mm; what is no month is left out.
        narrowed: The address of the screen narrowed to a month or year, and whether it is already.
    """
    numbers = {month: number for month, number in counts.items() if MONTH.fullmatch(month)}
    if not numbers:
        return ()
    times = between(min(numbers), max(numbers))
    if len(times) > MOST_BARS:
        numbers = _by_year(numbers)
        times = [f"{year:04}" for year in range(int(min(numbers)), int(max(numbers)) + 1)][-MOST_BARS:]
    largest = max(numbers.get(time, 0) for time in times)
    return tuple(
        Bar(time, numbers.get(time, 0), place * 10 + 1, round(numbers.get(time, 0) / largest * 100, 1), *narrowed(time))
        for place, time in enumerate(times)
    )


def between(first: str, last: str) -> list[str]:
    """Return every month from one to another, both written yyyy-mm, in order.

    >>> between("2014-11", "2015-02")
    ['2014-11', '2014-12', '2015-01', '2015-02']
    """
    number, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(number, end + 1)]


def _by_year(numbers: Mapping[str, int]) -> dict[str, int]:
    years: dict[str, int] = {}
    for month, number in numbers.items():
        years[month[:4]] = years.get(month[:4], 0) + number
    return years
