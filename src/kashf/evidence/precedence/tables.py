"""Orders laid on the tables of a catalogue: what followed each of them, and what would have followed on other dates at the same place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kashf.evidence.precedence.grid import Days, Flags, Points, hits, onsets, presence, recency


@dataclass(frozen=True, slots=True)
class Setup:
    """The choices of the test; all of them are part of the plan.

    Args:
        window: First and last day after an order on which an onset counts as following it; from 1 on, as a day has no order in it.
        reach: W: reference dates lie at most so many days before or after the order.
        onset: G: an event is an onset when there was none at the place in so many days before.
        radii_km: What counts as the place: the place's own town first, then what is tried beside it; each has its part of alpha.
    """

    window: tuple[int, int] = (1, 7)
    reach: int = 30
    onset: int = 14
    radii_km: tuple[float, ...] = (1.0, 10.0)

    @property
    def radius_km(self) -> float:
        """The first radius, which is the only one where one is looked at."""
        return self.radii_km[0]

    def at(self, radius_km: float) -> Setup:
        """Return the same choices with a single radius."""
        return replace(self, radii_km=(radius_km,))


@dataclass(frozen=True, slots=True)
class SiteTables:
    """What happened at each site of the orders, by day.

    Args:
        there: Any event, shape (sites, span).
        began: An onset.
        after: An onset in the window after the day; with doubtful days of events at their worst, possibly one.
        own: What counts as following an order itself: the same, but with doubtful days at their worst surely one.
        before: An onset in the window's mirror image before the day; at the worst possibly one.
        recency: Class of the days since the last event.
        first: First day on which an order can be judged: the past that onsets need is seen.
        last: Last such day: what followed is seen.
    """

    there: Flags
    began: Flags
    after: Flags
    own: Flags
    before: Flags
    recency: NDArray[np.int8]
    first: int
    last: int


def site_tables(sites: Points, events: Points, days: Days, *, span: int, setup: Setup) -> SiteTables:
    """Return the tables of a catalogue around some sites.

    Args:
        sites: Where orders were about.
        events: Where events were.
        days: When, one for each event, in [0..span-1].
        span: Days of the catalogue.
        setup: The choices of the test.
    """
    there = presence(sites, events, days, span=span, radius_km=setup.radius_km)
    began = onsets(there, quiet=setup.onset)
    first, last = setup.window
    after = hits(began, setup.window)
    return SiteTables(there, began, after, after, hits(began, (-last, -first)), recency(there), setup.onset + last, span - 1 - last)


def joined(whole: SiteTables, candidates: Sequence[NDArray[np.int64]]) -> SiteTables:
    """Return a field with one row for each set of sites: an order that may be about several places is followed by what follows at any.

    The same rule holds for the order's own date and for every reference date. The recency is that of the latest event at any of them.
    """
    if all(len(rows) == 1 for rows in candidates):
        rows = np.concatenate(list(candidates)) if candidates else np.zeros(0, dtype=np.int64)
        return _each_table(whole, lambda table: table[rows], whole.recency[rows])
    classes = np.array([whole.recency[rows].min(axis=0) for rows in candidates])
    return _each_table(whole, lambda table: np.array([table[rows].any(axis=0) for rows in candidates]), classes)


def _each_table(whole: SiteTables, change: Callable[[Flags], Flags], recency: NDArray[np.int8]) -> SiteTables:
    there, began, after, own, before = map(change, (whole.there, whole.began, whole.after, whole.own, whole.before))
    return SiteTables(there, began, after, own, before, recency, whole.first, whole.last)


@dataclass(frozen=True, slots=True)
class GroupedOrders:
    """Usable orders, those of one group side by side.

    Args:
        row: Row of the field, one for each order.
        earliest: First admissible day, one for each order.
        latest: Last admissible day.
        starts: Index of each group's first order; groups in order, none empty.
    """

    row: NDArray[np.int64]
    earliest: Days
    latest: Days
    starts: NDArray[np.int64]

    @property
    def middle(self) -> Days:
        """The day in the middle of what is admissible, the earlier of two."""
        return self.earliest + (self.latest - self.earliest) // 2

    def members(self) -> list[NDArray[np.int64]]:
        """Return the indices of each group's orders."""
        return np.split(np.arange(len(self.row)), self.starts[1:])


def grouped(row: NDArray[np.int64], earliest: Days, latest: Days, group: NDArray[np.int64]) -> tuple[GroupedOrders, NDArray[np.int64]]:
    """Return orders sorted into groups, and where each of them stood before.

    Args:
        row: Row of the field, one for each order.
        earliest: First admissible day.
        latest: Last admissible day.
        group: Any number that is equal for orders of one group.
    """
    order = np.lexsort((np.arange(len(group)), group))
    ordered = group[order]
    starts = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1])) if len(order) else np.zeros(0, dtype=np.int64)
    return GroupedOrders(row[order], earliest[order], latest[order], starts.astype(np.int64)), order


def with_window(tables: SiteTables, window: tuple[int, int]) -> SiteTables:
    """Return the same tables for another window that ends no later, so that the same days are usable."""
    first, last = window
    after = hits(tables.began, window)
    return replace(tables, after=after, own=after, before=hits(tables.began, (-last, -first)))
