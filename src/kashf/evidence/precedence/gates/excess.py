"""How many more orders were followed than chance gives, with an exact interval, and what it would take to undo a finding.

Model: with probability e all orders of a group are followed, else as many as chance gives. The interval holds every e at which the number
that was followed is neither too large nor too small at 5 % (inversion of the exact test, as Clopper and Pearson 1934). What chance gives is
taken from reference dates that do not look at the very event which followed: otherwise a hit would be its own excuse.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kashf.evidence.precedence.exact import Pmf, convolve_all, is_at_most, pmf_of, tail
from kashf.evidence.precedence.statistic import Null, reference
from kashf.evidence.precedence.tables import GroupedOrders, Setup, SiteTables

#: Chance on each side of the interval, which so covers 90 %.
_SIDE: Final = 0.05
_HALVINGS: Final = 20
#: Beyond these nothing is asked any more.
MOST_GAMMA: Final = 100.0
MOST_WITHHELD: Final = 10_000


@dataclass(frozen=True, slots=True)
class Excess:
    """How much more was followed.

    Args:
        share: Estimated share of groups that were followed beyond chance, in [0..1].
        interval: Its exact 90 % interval.
    """

    share: float
    interval: tuple[float, float]


def others_only(bundled: GroupedOrders, tables: SiteTables, setup: Setup) -> tuple[Pmf, ...]:
    """Return for each group how many of its orders are followed on dates that do not look at the onsets which followed them."""
    if not len(bundled.row):
        return ()
    after, usable = reference(bundled, bundled.middle, tables, reach=setup.reach)
    first, last = setup.window
    span = tables.began.shape[1]
    for place, (row, day) in enumerate(zip(bundled.row, bundled.middle, strict=True)):
        for onset in np.flatnonzero(tables.began[row, day + first : min(day + last + 1, span)]) + first:
            usable[place, max(setup.reach + onset - last, 0) : setup.reach + onset - first + 1] = False
    kept = np.logical_and.reduceat(usable, bundled.starts, axis=0)
    followed = np.add.reduceat(after.astype(np.int64), bundled.starts, axis=0)
    sizes = np.diff(np.append(bundled.starts, len(bundled.row)))
    return tuple(
        pmf_of(values[some], most=int(size)) if some.any() else np.append(1.0, np.zeros(int(size)))
        for values, some, size in zip(followed, kept, sizes, strict=True)
    )


def excess_of(pmfs: Sequence[Pmf], observed: int) -> Excess:
    """Return the excess share of groups, given what chance gives each; nothing from no groups.

    >>> excess_of([np.array([1.0, 0.0])] * 10, 10).interval[0]  # doctest: +ELLIPSIS
    0.741134...
    """
    sizes = sum(len(pmf) - 1 for pmf in pmfs)
    if not sizes:
        return Excess(0.0, (0.0, 1.0))
    expected = sum(float(pmf @ np.arange(len(pmf))) for pmf in pmfs)
    share = min(1.0, max(0.0, (observed - expected) / (sizes - expected))) if expected < sizes else 0.0

    def at_least(e: float) -> float:
        return tail(convolve_all([_with_share(pmf, e) for pmf in pmfs]), observed)

    def at_most(e: float) -> float:
        return 1 - tail(convolve_all([_with_share(pmf, e) for pmf in pmfs]), observed + 1)

    low = 0.0 if at_least(0.0) > _SIDE else _turn(lambda e: at_least(e) > _SIDE)
    high = 1.0 if at_most(1.0) > _SIDE else _turn(lambda e: at_most(e) <= _SIDE)
    return Excess(share, (low, high))


def gamma(null: Null, alpha: float) -> float | None:
    """Return the smallest odds of unseen confounding that takes a calendar finding away; None where none up to 100 does.

    Every group may have been that many times as likely, in odds, to be followed as its reference dates say. Source: Rosenbaum 2002, ch. 4.
    """

    def is_lost(odds: float) -> bool:
        return not is_at_most(tail(convolve_all([_with_odds(pmf, odds) for pmf in null.pmfs]), sum(null.observed)), alpha)

    if is_lost(1.0) or not is_lost(MOST_GAMMA):
        return 1.0 if is_lost(1.0) else None
    return 1 + _turn(lambda part: is_lost(1 + part * (MOST_GAMMA - 1))) * (MOST_GAMMA - 1)


def file_drawer(null: Null, alpha: float) -> int | None:
    """Return how many withheld orders that nothing followed would take a calendar finding away; None where 10,000 would not.

    Each is as likely to be followed by chance as the orders are on average. Source: Rosenthal 1979, for counts instead of z.
    """
    sizes = sum(len(pmf) - 1 for pmf in null.pmfs)
    chance = sum(float(pmf @ np.arange(len(pmf))) for pmf in null.pmfs) / sizes if sizes else 0.0
    whole, observed = convolve_all(null.pmfs), sum(null.observed)

    def is_lost(more: int) -> bool:
        return not is_at_most(tail(np.convolve(whole, _binomial(more, chance)), observed), alpha)

    if not is_lost(MOST_WITHHELD):
        return None
    low, high = -1, MOST_WITHHELD
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_lost(middle) else (middle, high)
    return high


def _with_share(pmf: Pmf, share: float) -> Pmf:
    """Return the distribution of a group of which all orders are followed with that chance, and else as many as the pmf says."""
    mixed = (1 - share) * pmf
    mixed[-1] += share
    return mixed


def _with_odds(pmf: Pmf, odds: float) -> Pmf:
    """Return the distribution with the odds of every tail multiplied."""
    tails = np.clip(np.cumsum(pmf[::-1])[::-1], 0.0, 1.0)
    tails[0] = 1.0
    tails[1:] = odds * tails[1:] / (1 - tails[1:] + odds * tails[1:])
    worse: Pmf = tails - np.append(tails[1:], 0.0)
    return worse


def _binomial(n: int, chance: float) -> NDArray[np.float64]:
    """Return the distribution of a binomial, by squaring."""
    found, power = np.ones(1), np.array([1 - chance, chance])
    while n:
        if n & 1:
            found = np.convolve(found, power)
        n >>= 1
        if n:
            power = np.convolve(power, power)
    return found


def _turn(is_beyond: Callable[[float], bool]) -> float:
    """Return where in [0..1] an answer turns from no to yes."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if is_beyond(middle) else (middle, high)
    return high
