"""Which share of an office's numbers of a month is here.

How many numbers of a series were given out before a day is known only between two dated ones. Of the g numbers between two days the share
that lies before a day within is taken to vary about the share of days before it as a Beta does of concentration 2: at the middle any split
is as likely as any other, as for a register whose pace nobody knows. The bounds are what lies between the outer twentieths of all splits.
Numbers before the first and behind the last that was seen are as many as the share that is here leaves to chance: of a geometric
distribution the outer twentieth.

Source: the beta-binomial distribution, of Eggenberger and Pólya 1923, Zeitschrift für Angewandte Mathematik und Mechanik 3.
"""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final

from kashf.events.registers.number_order import DatedNumber
from kashf.events.registers.shares.share_here import LEVEL, share_here

#: Splits of the numbers between two days that are weighed.
_SPLITS: Final = 24
#: Of the Beta by which they vary.
_CONCENTRATION: Final = 2.0
#: Months of a series that are told, and numbers between two days above which splits are interpolated.
_MOST_MONTHS: Final = 1200
_MOST_EXACT: Final = 400


@dataclass(frozen=True, slots=True)
class MonthShare:
    """Which share of the numbers of a month is here.

    Args:
        month: As yyyy-mm.
        here: Letters that are here, by their dates.
        fewest: Numbers of the month at the least, at the level.
        most: Numbers at the most.
        low: Bounds of the share that is here, in [0..1], at the level; (0, 1) where no number need be of the month.
        high: The upper one.
    """

    month: str
    here: int
    fewest: int
    most: int
    low: float
    high: float


def months_here(
    chain: Sequence[DatedNumber], dated: Sequence[DatedNumber], here: Collection[int], known: Collection[int]
) -> tuple[MonthShare, ...]:
    """Return the months from the first dated number to the last.

    Args:
        chain: Dated numbers in order, by number.
        dated: All dated numbers.
        here: All numbers that are here.
        known: Those and the numbers that others cite.
    """
    if len(chain) < 2:
        return ()
    months = list(_months(chain[0].day, chain[-1].day))[:_MOST_MONTHS]
    counted = _ByDay(chain, dated, here)
    share = share_here(len(here), len(known), min(known), max(known))
    edge = _edge(share.low)
    found: list[MonthShare] = []
    for place, (first, last) in enumerate(months):
        splits = list(counted.splits(first, last))
        before = min(edge, chain[0].serial - 1) if place == 0 else 0
        behind = edge if place == len(months) - 1 else 0
        found.append(_share(first, splits, before + behind))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Split:
    """One way in which numbers may lie: how many of the month, how many of these here, and how likely beside others."""

    numbers: int
    here: int
    weight: float


class _ByDay:
    """Counts numbers up to days, as far as dated ones in order tell."""

    def __init__(self, chain: Sequence[DatedNumber], dated: Sequence[DatedNumber], here: Collection[int]) -> None:
        self.chain = [each for place, each in enumerate(chain) if place == 0 or each.serial > chain[place - 1].serial]
        self.days = [each.day for each in self.chain]
        self.serials = [each.serial for each in self.chain]
        known = set(self.serials)
        self.odd = Counter(f"{each.day:%Y-%m}" for each in dated if each.serial not in known)
        odd = {each.serial for each in dated} - known
        #: Numbers of papers whose day is unknown, by number; those out of order are counted by their own days.
        self.undated = sorted(set(here) - known - odd)
        self.taken = sorted(odd)

    def splits(self, first: dt.date, last: dt.date) -> Iterator[_Split]:
        """Yield the ways in which numbers of a month may lie."""
        low = bisect_left(self.days, first)
        high = bisect_right(self.days, last)
        extra = self.odd[f"{first:%Y-%m}"]
        inside = self.serials[low:high]
        start, end = self._gap(low), self._gap(high)
        if low == high:
            yield from (
                _Split(b - a + extra, self._undated(start, a, b) + extra, weight)
                for a, b, weight in _nested(start.numbers, start.share(first), start.share(last + dt.timedelta(1)))
            )
            return
        whole = len(inside) + self._between(inside[0], inside[-1])
        present = len(inside) + self._known(self.undated, inside[0], inside[-1])
        for a, one in _spread(start.numbers, start.share(first)):
            for b, other in _spread(end.numbers, end.share(last + dt.timedelta(1))):
                numbers = whole + start.numbers - a + b + extra
                here = present + self._undated(start, a, start.numbers) + self._undated(end, 0, b) + extra
                yield _Split(numbers, here, one * other)

    def _gap(self, place: int) -> _Gap:
        if place in {0, len(self.chain)}:
            day = self.days[0] if place == 0 else self.days[-1]
            return _Gap(0, 0, day, day)
        below, above = self.chain[place - 1], self.chain[place]
        numbers = above.serial - below.serial - 1 - self._known(self.taken, below.serial, above.serial)
        return _Gap(below.serial, max(0, numbers), below.day, above.day)

    def _between(self, low: int, high: int) -> int:
        """Return how many numbers lie between two of a month that are none of the chain within it."""
        within = bisect_right(self.serials, high) - bisect_left(self.serials, low)
        return high - low + 1 - within - self._known(self.taken, low, high)

    def _undated(self, gap: _Gap, a: int, b: int) -> int:
        return self._known(self.undated, gap.below + a, gap.below + b + 1) if b > a else 0

    @staticmethod
    def _known(serials: Sequence[int], low: int, high: int) -> int:
        return max(0, bisect_left(serials, high) - bisect_right(serials, low))


@dataclass(frozen=True, slots=True)
class _Gap:
    """The numbers between two dated ones, those days included on either side."""

    below: int
    numbers: int
    first: dt.date
    last: dt.date

    def share(self, day: dt.date) -> float:
        """Return which share of its days lies before a day."""
        days = (self.last - self.first).days + 1
        return min(1.0, max(0.0, (day - self.first).days / days))


def _months(first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    at = first.replace(day=1)
    while at <= last:
        following = (at.replace(day=28) + dt.timedelta(4)).replace(day=1)
        yield at, following - dt.timedelta(1)
        at = following


def _share(first: dt.date, splits: Sequence[_Split], edge: int) -> MonthShare:
    numbers = sorted((each.numbers, each.weight) for each in splits)
    here = max(splits, key=lambda each: each.weight).here
    fewest, most = int(_quantile(numbers, (1 - LEVEL) / 2)), int(_quantile(numbers, (1 + LEVEL) / 2)) + edge
    month = f"{first:%Y-%m}"
    if not fewest:
        return MonthShare(month, here, 0, most, 0.0, 1.0)
    lows = sorted((each.here / (each.numbers + edge), each.weight) for each in splits if each.numbers)
    highs = sorted((each.here / each.numbers, each.weight) for each in splits if each.numbers)
    return MonthShare(month, here, fewest, most, _quantile(lows, (1 - LEVEL) / 2), _quantile(highs, (1 + LEVEL) / 2))


def _quantile(weighed: Sequence[tuple[float, float]], at: float) -> float:
    sums = list(accumulate(weight for _, weight in weighed))
    place = bisect_left(sums, at * sums[-1])
    return weighed[min(place, len(weighed) - 1)][0]


def _edge(share: float) -> int:
    """Return how many numbers may stand before the first that was seen, but for one time in twenty."""
    tail = (1 - LEVEL) / 2
    return 0 if share >= 1 else math.ceil(math.log(tail) / math.log(1 - share)) if share > 0 else 1 << 20


def _nested(numbers: int, before: float, until: float) -> Iterator[tuple[int, int, float]]:
    """Yield how many of some numbers lie before a first day and before a later one."""
    for a, one in _spread(numbers, before):
        rest = (until - before) / (1 - before) if before < 1 else 1.0
        for b, other in _spread(numbers - a, rest, _CONCENTRATION * (1 - before)):
            yield a, a + b, one * other


@lru_cache(maxsize=4096)
def _spread(numbers: int, share: float, concentration: float = _CONCENTRATION) -> tuple[tuple[int, float], ...]:
    """Return how many of some numbers may lie before a day, with how likely that is."""
    if numbers <= 0 or share <= 0 or concentration <= 0:
        return ((0, 1.0),)
    if share >= 1:
        return ((max(0, numbers), 1.0),)
    a, b = concentration * share, concentration * (1 - share)
    steps = range(numbers + 1) if numbers <= _MOST_EXACT else [round(numbers * each / _MOST_EXACT) for each in range(_MOST_EXACT + 1)]
    logs = [
        math.lgamma(numbers + 1) - math.lgamma(k + 1) - math.lgamma(numbers - k + 1) + math.lgamma(k + a) + math.lgamma(numbers - k + b)
        for k in steps
    ]
    highest = max(logs)
    chances = [math.exp(log - highest) for log in logs]
    whole = sum(chances)
    weighed = [(k, chance / whole) for k, chance in zip(steps, chances, strict=True)]
    return _thinned(weighed) if len(weighed) > _SPLITS else tuple(weighed)


def _thinned(weighed: Sequence[tuple[int, float]]) -> tuple[tuple[int, float], ...]:
    """Return so many values, each as likely as any other, that stand for all."""
    exact: Sequence[tuple[float, float]] = weighed
    return tuple((int(_quantile(exact, (place + 0.5) / _SPLITS)), 1.0 / _SPLITS) for place in range(_SPLITS))
