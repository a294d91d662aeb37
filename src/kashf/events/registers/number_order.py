"""Which numbers of a series stand in the order of their days, and which do not.

Source: Schensted 1961, "Longest increasing and decreasing subsequences", Canadian Journal of Mathematics 13.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Final

from kashf.domain.date import FuzzyDate

#: Days over which a date may be in doubt and yet put a number in its place: a Hijri day is three, five at the most.
MOST_DAYS: Final = 5


@dataclass(frozen=True, slots=True, order=True)
class DatedNumber:
    """A running number with the days between which its paper was written.

    Args:
        serial: The number.
        earliest: The first day.
        latest: The last.
        paper: Which paper.
    """

    serial: int
    earliest: dt.date
    latest: dt.date
    paper: str

    @property
    def middle(self) -> int:
        """The day in the middle, as a count of days; halves are kept by doubling."""
        return self.earliest.toordinal() + self.latest.toordinal()

    @property
    def day(self) -> dt.date:
        """The day in the middle."""
        return dt.date.fromordinal(self.middle // 2)


def dated_number(serial: int, date: FuzzyDate, paper: str) -> DatedNumber | None:
    """Return a number with its days; None where its date is derived, open, or in doubt by more than a few days."""
    if date.is_derived or not date.earliest or not date.latest or date.days > MOST_DAYS:
        return None
    return DatedNumber(serial, date.earliest, date.latest, paper)


def in_order(numbers: Sequence[DatedNumber]) -> tuple[DatedNumber, ...]:
    """Return the most numbers that rise together with their days, by number: the longest non-decreasing subsequence.

    >>> day = lambda number, on: DatedNumber(number, dt.date(2014, 1, on), dt.date(2014, 1, on), str(number))
    >>> [each.serial for each in in_order([day(1, 2), day(2, 30), day(3, 5), day(4, 9)])]
    [1, 3, 4]
    """
    ordered = sorted(numbers, key=lambda each: (each.serial, each.middle, each.paper))
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for place, each in enumerate(ordered):
        length = bisect_right(ends, each.middle)
        before.append(at[length - 1] if length else -1)
        if length == len(ends):
            ends.append(each.middle)
            at.append(place)
        else:
            ends[length], at[length] = each.middle, place
    found: list[DatedNumber] = []
    place = at[-1] if at else -1
    while place >= 0:
        found.append(ordered[place])
        place = before[place]
    return tuple(reversed(found))


class WhyOutOfOrder(StrEnum):
    """What a number out of order may come of."""

    #: Written into the register, or given its number, some days before or after.
    ENTERED_LATE = "entered-late"
    MONTH_SLIP = "month-slip"
    YEAR_SLIP = "year-slip"
    OTHER_SLIP = "other-slip"
    SECOND_SERIES = "second-series"
    FORGERY = "forgery"


#: Days by which a date is off where one of these fits: what is known is the least, up to the next number in order.
_FITTING: Final = {
    WhyOutOfOrder.ENTERED_LATE: range(1, 15),
    WhyOutOfOrder.MONTH_SLIP: range(15, 63),
    WhyOutOfOrder.YEAR_SLIP: range(300, 370),
}


@dataclass(frozen=True, slots=True)
class OutOfOrder:
    """A number that does not stand in the order of its days.

    Args:
        number: Which, with its days.
        below: The next lower number in order, and `above` the next higher one: its date lies outside of theirs.
    """

    number: DatedNumber
    below: DatedNumber | None
    above: DatedNumber | None

    @property
    def days_off(self) -> int:
        """By how many days at least: above 0 where its date is too late for its number, below 0 where it is too early."""
        if self.above and self.number.earliest > self.above.latest:
            return (self.number.earliest - self.above.latest).days
        if self.below and self.number.latest < self.below.earliest:
            return (self.number.latest - self.below.earliest).days
        return 0

    @property
    def may_be(self) -> tuple[WhyOutOfOrder, ...]:
        """What it may be, what fits its days best first; never a verdict.

        >>> jan, feb, late = dt.date(2014, 1, 5), dt.date(2014, 2, 5), dt.date(2015, 1, 20)
        >>> OutOfOrder(DatedNumber(3, late, late, "c"), DatedNumber(2, jan, jan, "a"), DatedNumber(4, feb, feb, "b")).may_be[0].value
        'year-slip'
        """
        off = abs(self.days_off)
        fitting = [why for why, days in _FITTING.items() if off in days]
        return (*fitting, *(why for why in WhyOutOfOrder if why not in _FITTING))


def out_of_order(numbers: Sequence[DatedNumber], chain: Sequence[DatedNumber]) -> tuple[OutOfOrder, ...]:
    """Return the numbers whose days contradict those of the numbers in order next to them, by number."""
    known = set(chain)
    serials = [each.serial for each in chain]
    found: list[OutOfOrder] = []
    for each in sorted(set(numbers) - known):
        place = bisect_right(serials, each.serial)
        below = next((chain[at] for at in range(place - 1, -1, -1) if serials[at] < each.serial), None)
        one = OutOfOrder(each, below, chain[place] if place < len(chain) else None)
        if one.days_off:
            found.append(one)
    return tuple(sorted(found, key=attrgetter("number")))
