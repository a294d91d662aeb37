"""The three tests, each exact given that a group's date is uniform among its reference dates.

S counts the orders that an onset followed. Calendar: a group's orders are moved together by every s in [-W, W] that stays within what the
catalogue has seen; the distribution of what would then have followed is taken over these s, those of the groups are convolved, and
p = P(S' >= S). s = 0 is among them, so p is never 0. Matched: the same, with only those s for which every order of the group falls on a
day of the same class of days since the last event as its own; in a lull, the risk that something begins is another than in a battle.
Direction: whether onsets follow more often than they precede, by exact sign-flips of the groups' differences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kashf.evidence.precedence.catalogue import Days, Flags
from kashf.evidence.precedence.exact import Pmf, convolve_all, largest_tail, pmf_of, sign_flip, tail
from kashf.evidence.precedence.tables import Field, Orders

#: A group with fewer reference dates of its own class has nothing to be compared with.
FEWEST_MATCHED = 5


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


def calendar(orders: Orders, days: Days, field: Field, *, reach: int) -> Null:
    """Return the null of the calendar test for orders on some days, one for each order, all within what is seen."""
    return _null(orders, days, field, reach=reach, matched=False)


def matched(orders: Orders, days: Days, field: Field, *, reach: int) -> Null:
    """Return the null of the recency-matched calendar test, without groups that have fewer than 5 matched dates."""
    return _null(orders, days, field, reach=reach, matched=True)


def direction(orders: Orders, days: Days, field: Field) -> list[int]:
    """Return for each group how many more of its orders were followed than preceded by an onset."""
    difference = field.after[orders.row, days].astype(np.int64) - field.before[orders.row, days]
    return [int(value) for value in np.add.reduceat(difference, orders.starts)] if len(days) else []


def direction_chance(differences: Sequence[int]) -> float:
    """Return the chance of the direction gate, in (0..1]."""
    return sign_flip(differences)


def reference(orders: Orders, days: Days, field: Field, *, reach: int) -> tuple[Flags, Flags]:
    """Return what follows on each reference date of each order, and which dates can be used, both of shape (orders, 2 reach + 1)."""
    at = days[:, None] + np.arange(-reach, reach + 1)
    usable = (at >= field.first) & (at <= field.last)
    return field.after[orders.row[:, None], np.clip(at, 0, field.after.shape[1] - 1)], usable


def worst_case(orders: Orders, field: Field, *, reach: int, matched: bool) -> tuple[tuple[Pmf, ...], tuple[int, ...]]:
    """Return for each group the largest tails of its null and the least it can have observed, over all admissible dates.

    Orders of a group whose intervals are equally wide are taken to share one doubt, such as the beginning of a Hijri month, and are moved
    together. With unequal widths every order is given its best reference and its worst own date, which bounds all combinations.
    """
    pmfs, observed = [], []
    for members in orders.members():
        cases = [_null(*case, field, reach=reach, matched=matched) for case in _cases(orders, members)]
        known = [null for null in cases if null.pmfs]
        widths = set((orders.latest - orders.earliest)[members])
        if not known:
            continue
        if len(widths) > 1:
            pmf, least = _bound(orders, members, field, reach=reach)
        else:
            pmf, least = largest_tail([null.pmfs[0] for null in known]), min(null.observed[0] for null in known)
        pmfs.append(pmf)
        observed.append(least)
    return tuple(pmfs), tuple(observed)


def worst_direction(orders: Orders, field: Field) -> list[int]:
    """Return for each group the least difference over all admissible dates."""
    return [min(direction(*case, field)[0] for case in _cases(orders, members)) for members in orders.members()]


def _cases(orders: Orders, members: NDArray[np.int64]) -> list[tuple[Orders, Days]]:
    """Return a group by itself on each of its admissible dates; with unequal widths, every order goes through its own in step."""
    earliest, width = orders.earliest[members], (orders.latest - orders.earliest)[members]
    alone = Orders(orders.row[members], earliest, orders.latest[members], np.zeros(1, dtype=np.int64))
    return [(alone, earliest + np.minimum(step, width)) for step in range(int(width.max()) + 1)]


def _bound(orders: Orders, members: NDArray[np.int64], field: Field, *, reach: int) -> tuple[Pmf, int]:
    best: NDArray[np.int64] | None = None
    least = 0
    seen = np.ones(2 * reach + 1, dtype=np.bool_)
    for member in members:
        one = Orders(orders.row[[member]], orders.earliest[[member]], orders.latest[[member]], np.zeros(1, dtype=np.int64))
        dates = np.arange(orders.earliest[member], orders.latest[member] + 1)
        followed = np.zeros(2 * reach + 1, dtype=np.bool_)
        for day in dates:
            after, usable = reference(one, np.array([day]), field, reach=reach)
            followed |= after[0] & usable[0]
            seen &= usable[0]
        least += int(field.after[orders.row[member], dates].min())
        best = followed.astype(np.int64) if best is None else best + followed
    assert best is not None, "a group has at least one order"  # noqa: S101 - tells the type checker what `starts` guarantees
    return pmf_of(best[seen], most=len(members)), least


def _null(orders: Orders, days: Days, field: Field, *, reach: int, matched: bool) -> Null:
    """Return the null of either calendar test."""
    if not len(days):
        return Null((), (), ())
    after, usable = reference(orders, days, field, reach=reach)
    if matched:
        at = np.clip(days[:, None] + np.arange(-reach, reach + 1), 0, field.after.shape[1] - 1)
        usable &= field.recency[orders.row[:, None], at] == field.recency[orders.row, days][:, None]
    usable = np.logical_and.reduceat(usable, orders.starts, axis=0)
    followed = np.add.reduceat(after.astype(np.int64), orders.starts, axis=0)
    sizes = np.diff(np.append(orders.starts, len(days)))
    enough = usable.sum(axis=1) >= (FEWEST_MATCHED if matched else 1)
    kept = [int(place) for place in np.flatnonzero(enough)]
    pmfs = tuple(pmf_of(followed[place][usable[place]], most=int(sizes[place])) for place in kept)
    observed = tuple(int(followed[place, reach]) for place in kept)
    return Null(pmfs, observed, tuple(int(usable[place].sum()) for place in kept))
