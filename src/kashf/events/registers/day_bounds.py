"""Between which days an undated letter lies by the numbers next to its own; derived, so that it judges nothing.

How many neighbours off the bounds are taken is learnt from the dated letters of the series themselves: each is left out in turn and
bracketed by the others (leave-one-out; Stone 1974, "Cross-validatory choice and assessment of statistical predictions", JRSS B 36). A
series in which numbers jump gets wider bounds, and none where no width holds.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.date import FuzzyDate, Precision
from kashf.events.registers.number_order import DatedNumber

#: Share of dated letters that has to lie within its bounds when its own date is left out: so chosen that .95 of undated ones do where a
#: tenth of all numbers is out of turn, on series made by chance; and over how many neighbours bounds go at most.
HOLDING: Final = 0.97
_WIDEST: Final = 6
#: Dated letters below which the share of a series alone tells little: its bounds go over one neighbour on either side at least.
_FEWEST: Final = 20


@dataclass(frozen=True, slots=True)
class DayBounds:
    """Between which days the numbers of a series put one of its letters.

    Args:
        date: The days, open where no neighbour or year bounds them; derived.
        below: The lower number by which it is bounded, with its day.
        above: The higher one.
    """

    date: FuzzyDate
    below: DatedNumber | None
    above: DatedNumber | None


@dataclass(frozen=True, slots=True)
class OrderOfDays:
    """How far the numbers of a series tell days.

    Args:
        chain: The numbers in order, by number.
        over: Neighbours on either side over which bounds go; 0 where the series carries none.
        held: Dated letters that lay within bounds so wide with their own dates left out, of `tried`.
        tried: How many were tried.
        year: First and last day of the year that the series is of; None where it is of none.
    """

    chain: tuple[DatedNumber, ...]
    over: int
    held: int
    tried: int
    year: tuple[dt.date, dt.date] | None = None

    def bounds(self, serial: int) -> DayBounds | None:
        """Return between which days a number lies; within the year alone where the series carries no more, None where it is of none."""
        below, above = _neighbours(self.chain, serial, self.over) if self.over else (None, None)
        first = below.earliest if below else self.year[0] if self.year else None
        last = above.latest if above else self.year[1] if self.year else None
        if not (first or last) or (first and last and last < first):
            return None
        precision = Precision.DAY if first and last else Precision.OPEN
        return DayBounds(FuzzyDate(first, last, precision=precision, is_derived=True), below, above)


def order_of_days(
    numbers: Sequence[DatedNumber], chain: Sequence[DatedNumber], *, year: tuple[dt.date, dt.date] | None = None
) -> OrderOfDays:
    """Return how far the numbers of a series tell days.

    Args:
        numbers: All dated numbers of the series.
        chain: Those in order.
        year: Of the series, where it begins anew every year.
    """
    narrowest = 1 if len(numbers) >= _FEWEST else 2
    held = 0
    for over in range(narrowest, _WIDEST + 1):
        held = sum(_holds(each, chain, over) for each in numbers)
        if held >= HOLDING * len(numbers):
            return OrderOfDays(tuple(chain), over if numbers else 0, held, len(numbers), year)
    return OrderOfDays(tuple(chain), 0, held, len(numbers), year)


def _holds(number: DatedNumber, chain: Sequence[DatedNumber], over: int) -> bool:
    below, above = _neighbours(chain, number.serial, over)
    return (below is None or below.earliest <= number.latest) and (above is None or number.earliest <= above.latest)


def _neighbours(chain: Sequence[DatedNumber], serial: int, over: int) -> tuple[DatedNumber | None, DatedNumber | None]:
    """Return the numbers in order so many places below and above one; the outermost where there are fewer are none."""
    low = bisect_left(chain, serial, key=lambda each: each.serial) - over
    high = bisect_right(chain, serial, key=lambda each: each.serial) + over - 1
    return (chain[low] if low >= 0 else None), (chain[high] if high < len(chain) else None)
