"""The three tests, each exact given that a group's date is uniform among its reference dates.

S counts the orders that an onset followed. Calendar: a group's orders are moved together by every s in [-W, W] that stays within what the
catalogue has seen; the distribution of what would then have followed is taken over these s, those of the groups are convolved, and
p = P(S' >= S). s = 0 is among them, so p is never 0. Matched: the same, with only those s for which every order of the group falls on a
day of the same class of days since the last event as its own; in a lull, the risk that something begins is another than in a battle.
Direction: whether onsets follow more often than they precede, by exact sign-flips of the groups' differences.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kashf.evidence.precedence.exact import Pmf, convolve_all, largest_tail, pmf_of, tail
from kashf.evidence.precedence.grid import Days, Flags
from kashf.evidence.precedence.tables import GroupedOrders, SiteTables

#: A group with fewer reference dates of its own class has nothing to be compared with.
FEWEST_MATCHED = 5
#: Dates of orders that are gone through one by one; a group of five orders, each known to three days, has 243 times five.
_MOST_TRIED = 5_000


@dataclass(frozen=True, slots=True)
class Null:
    """What would have been, by group.

    Args:
        pmfs: Distribution of the number of orders of each group that are followed, over its reference dates.
        observed: How many were.
        dates: How many reference dates each group has.
    """

    pmfs: tuple[Pmf, ...]
    observed: tuple[int, ...]
    dates: tuple[int, ...]

    @property
    def chance(self) -> float:
        """P(S' >= S), in (0..1]; 1 without any group."""
        return tail(convolve_all(self.pmfs), sum(self.observed))

    def informative(self) -> list[int]:
        """Return the groups that could have come out in more than one way."""
        return [place for place, pmf in enumerate(self.pmfs) if pmf.max() < 1 - 1e-12]


def calendar(orders: GroupedOrders, days: Days, field: SiteTables, *, reach: int) -> Null:
    """Return the null of the calendar test for orders on some days, one for each order, all within what is seen."""
    return _null(orders, days, field, reach=reach, matched=False)


def matched(orders: GroupedOrders, days: Days, field: SiteTables, *, reach: int) -> Null:
    """Return the null of the recency-matched calendar test, without groups that have fewer than 5 matched dates."""
    return _null(orders, days, field, reach=reach, matched=True)


def direction(orders: GroupedOrders, days: Days, field: SiteTables) -> list[int]:
    """Return for each group how many more of its orders were followed than preceded by an onset."""
    difference = field.own[orders.row, days].astype(np.int64) - field.before[orders.row, days]
    return [int(value) for value in np.add.reduceat(difference, orders.starts)] if len(days) else []


def reference(orders: GroupedOrders, days: Days, field: SiteTables, *, reach: int) -> tuple[Flags, Flags]:
    """Return what follows on each reference date of each order, and which dates can be used, both of shape (orders, 2 reach + 1)."""
    at = days[:, None] + np.arange(-reach, reach + 1)
    usable = (at >= field.first) & (at <= field.last)
    return field.after[orders.row[:, None], np.clip(at, 0, field.after.shape[1] - 1)], usable


def worst_case(orders: GroupedOrders, field: SiteTables, *, reach: int, matched: bool) -> tuple[tuple[Pmf, ...], tuple[int, ...]]:
    """Return for each group the worst null over all admissible dates, and what has to be reached for each.

    What decides is by how much the number followed on other dates exceeds that on the order's own, K' - K. For each group the largest of
    every tail of that difference is taken over its admissible dates, which bounds whatever dates the groups have: every order of a group
    may have any of its own. Differences are moved up so that they can be indices, hence the numbers to be reached. Groups with many
    combinations of dates get a bound instead, which is never below the worst of them.
    """
    worst = [_worst_of(orders, members, field, reach=reach, matched=matched) for members in orders.members()]
    return tuple(pmf for pmf, _ in worst), tuple(moved for _, moved in worst)


def worst_direction(orders: GroupedOrders, field: SiteTables) -> list[int]:
    """Return for each group the least difference over all admissible dates of its orders; the chance only falls as one grows."""
    found = []
    for members in orders.members():
        least = 0
        for member in members:
            row, dates = orders.row[member], np.arange(orders.earliest[member], orders.latest[member] + 1)
            least += int((field.own[row, dates].astype(np.int64) - field.before[row, dates]).min())
        found.append(least)
    return found


def _worst_of(orders: GroupedOrders, members: NDArray[np.int64], field: SiteTables, *, reach: int, matched: bool) -> tuple[Pmf, int]:
    combinations = math.prod((orders.latest - orders.earliest + 1)[members].tolist())
    if combinations * len(members) > _MOST_TRIED:
        return _bound(orders, members, field, reach=reach, matched=matched)
    spans = [np.arange(orders.earliest[member], orders.latest[member] + 1) for member in members]
    days = np.stack(np.meshgrid(*spans, indexing="ij"), axis=-1).reshape(-1)
    rows = np.tile(orders.row[members], combinations)
    tried = GroupedOrders(rows, days, days, np.arange(combinations) * len(members))
    null = _null(tried, days, field, reach=reach, matched=matched)
    moved = max(null.observed, default=0)
    cases = [np.append(np.zeros(moved - own), pmf) for pmf, own in zip(null.pmfs, null.observed, strict=True)]
    if len(cases) < combinations:
        # On some dates the group has nothing to be compared with and is left out, as if as many were followed anywhere.
        cases.append(np.append(np.zeros(moved), 1.0))
    return largest_tail(cases), moved


def _bound(orders: GroupedOrders, members: NDArray[np.int64], field: SiteTables, *, reach: int, matched: bool) -> tuple[Pmf, int]:
    """Return a bound on every tail of K' - K of a group, moved up by its size, from each order's best shift by shift.

    A shift *can* be used when every order has a date on which it can, and *must* when it can on all. A tail is then at most
    good / (good + bad), with the good shifts that can be used and the bad ones that must.
    """
    total = np.zeros(2 * reach + 1, dtype=np.int64)
    can, must = (np.ones(2 * reach + 1, dtype=np.bool_) for _ in range(2))
    for member in members:
        dates = np.arange(orders.earliest[member], orders.latest[member] + 1)
        one = GroupedOrders(np.full(len(dates), orders.row[member]), dates, dates, np.arange(len(dates)))
        after, usable = _reference(one, dates, field, reach=reach, matched=matched)
        difference = np.where(usable, after.astype(np.int64) - field.own[one.row, dates][:, None], -1)
        total += difference.max(axis=0)
        can &= usable.any(axis=0)
        must &= usable.all(axis=0)
    size, fewest = len(members), FEWEST_MATCHED if matched else 1
    tails = []
    for least in range(-size, size + 1):
        good, bad = int((can & (total >= least)).sum()), int((must & (total < least)).sum())
        tails.append(good / max(good + bad, fewest) if least > 0 or must.sum() >= fewest else 1.0)
    tails[0] = 1.0
    return np.array(tails) - np.append(tails[1:], 0.0), size


def _null(orders: GroupedOrders, days: Days, field: SiteTables, *, reach: int, matched: bool) -> Null:
    """Return the null of either calendar test."""
    if not len(days):
        return Null((), (), ())
    after, usable = _reference(orders, days, field, reach=reach, matched=matched)
    usable = np.logical_and.reduceat(usable, orders.starts, axis=0)
    followed = np.add.reduceat(after.astype(np.int64), orders.starts, axis=0)
    sizes = np.diff(np.append(orders.starts, len(days)))
    enough = usable.sum(axis=1) >= (FEWEST_MATCHED if matched else 1)
    kept = [int(place) for place in np.flatnonzero(enough)]
    pmfs = tuple(pmf_of(followed[place][usable[place]], most=int(sizes[place])) for place in kept)
    own = np.add.reduceat(field.own[orders.row, days].astype(np.int64), orders.starts)
    observed = tuple(int(own[place]) for place in kept)
    return Null(pmfs, observed, tuple(int(usable[place].sum()) for place in kept))


def _reference(orders: GroupedOrders, days: Days, field: SiteTables, *, reach: int, matched: bool) -> tuple[Flags, Flags]:
    """Return `reference`, with only dates of the same class as the order's own when they are matched."""
    after, usable = reference(orders, days, field, reach=reach)
    if matched:
        at = np.clip(days[:, None] + np.arange(-reach, reach + 1), 0, field.after.shape[1] - 1)
        usable &= field.recency[orders.row[:, None], at] == field.recency[orders.row, days][:, None]
    return after, usable
