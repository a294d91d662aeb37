"""The chance that something begins, from other lulls that had lasted exactly as long: the risk set of survival analysis.

Earlier days of an order's own lull are no fair reference for it: they could not have been followed, since the lull is known to have lasted
until the order (immortal time). So q of an order is the share of *other* lulls, of the same number of days since the last event within
8 % and of the same class of activity in the past 90 days, that ended within the window; days of its own lull are left out, and those of its
own place weigh as much as they are many against ten of the pool. Source: Breslow's risk set; shrinkage as in an empirical Bayes mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kashf.evidence.precedence.exact import Pmf, convolve_all, largest_tail, tail
from kashf.evidence.precedence.grid import EARTH_KM, Days, Flags, Points
from kashf.evidence.precedence.tables import GroupedOrders, SiteTables

#: Half the width of the band of lengths within which lulls are alike, as a share of the length.
BAND: Final = 0.08
#: Days that count for the activity of a place, and from how many days with events on each class begins.
PAST_DAYS: Final = 90
ACTIVITY: Final = (1, 3, 6, 11)
#: So many lulls of the pool weigh as much as the place's own.
KAPPA: Final = 10.0
#: With fewer other lulls nothing is known of the hazard, and an order says nothing here.
FEWEST_LULLS: Final = 10
#: Places with fewer days of events are no controls: what is known of a place begins with its events.
FEWEST_DAYS: Final = 5
#: Class of days before a place's first event; how long that lull has lasted is counted from the catalogue's first day.
_NONE_YET: Final = len(ACTIVITY) + 1
_CLASSES: Final = len(ACTIVITY) + 2

_Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Lulls:
    """Where in a lull each day of each site stands.

    Args:
        began: Day of the last event, that day included; 0 before the first event. Shape (sites, span).
        lasted: Days since then.
        activity: Class of the past days; 5 before the first event.
    """

    began: Days
    lasted: Days
    activity: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Hazard:
    """Lulls of orders' sites beside those of the whole catalogue, counted by class and length.

    Args:
        lulls: Of the sites.
        after: Whether an onset follows each day of the sites; shape (sites, span).
        usable: First and last day that can be judged.
        pool_days: Control days at other places up to each length, cumulative; shape (sites, classes, span + 1).
        pool_followed: Those that an onset follows.
        own_days: The same of the site itself, its whole history.
        own_followed: Those that an onset follows.
        candidates: For each row of the orders' tables, the sites that it may be about.
    """

    lulls: Lulls
    after: Flags
    usable: tuple[int, int]
    pool_days: _Counts
    pool_followed: _Counts
    own_days: _Counts
    own_followed: _Counts
    candidates: tuple[NDArray[np.int64], ...]

    def chance(self, row: NDArray[np.int64], day: Days) -> NDArray[np.float64]:
        """Return for each order q, in (0..1), that an onset follows; NaN where too few other lulls lasted as long.

        An order about one of several places is followed by what follows at any of them: q = 1 - product of (1 - q of each).
        """
        if all(len(sites) == 1 for sites in self.candidates):
            site_of = np.array([sites[0] for sites in self.candidates], dtype=np.int64)
            return self._at(site_of[row], day)
        found = np.empty(len(row))
        for place, (each, when) in enumerate(zip(row, day, strict=True)):
            sites = self.candidates[int(each)]
            found[place] = 1 - np.prod(1 - self._at(sites, np.full(len(sites), when)))
        return found

    def _at(self, site: NDArray[np.int64], day: Days) -> NDArray[np.float64]:
        lasted, kind = self.lulls.lasted[site, day], self.lulls.activity[site, day]
        half = np.rint(BAND * lasted).astype(np.int64)
        low, high = np.maximum(lasted - half, 0), np.minimum(lasted + half + 1, self.after.shape[1])
        days, followed = (counts[site, kind, high] - counts[site, kind, low] for counts in (self.pool_days, self.pool_followed))
        own, own_followed = (counts[site, kind, high] - counts[site, kind, low] for counts in (self.own_days, self.own_followed))
        same, same_followed = self._of_same_lull(site, day, kind, half)
        width = 2.0 * half + 1
        # Half a lull that was followed and half that was not: what was never seen is not impossible.
        pool = (followed / width + 0.5) / (days / width + 1)
        q = ((own_followed - same_followed) / width + KAPPA * pool) / ((own - same) / width + KAPPA)
        return np.where(days / width >= FEWEST_LULLS, q, np.nan)

    def _of_same_lull(self, site: NDArray[np.int64], day: Days, kind: NDArray[np.int64], half: Days) -> tuple[_Counts, _Counts]:
        """Return how many days of the order's own lull are in its band, and how many of them are followed."""
        reach = np.arange(-int(half.max(initial=0)), int(half.max(initial=0)) + 1)
        at = day[:, None] + reach
        inside = (np.abs(reach) <= half[:, None]) & (at >= self.usable[0]) & (at <= self.usable[1])
        at = np.clip(at, 0, self.after.shape[1] - 1)
        rows = site[:, None]
        of_lull = (self.lulls.began[rows, at] == self.lulls.began[site, day][:, None]) & (self.lulls.activity[rows, at] == kind[:, None])
        inside &= of_lull
        return inside.sum(axis=1), (inside & self.after[rows, at]).sum(axis=1)


def lulls_of(there: Flags) -> Lulls:
    """Return where in a lull each day stands."""
    days = np.arange(there.shape[1])
    last = np.maximum.accumulate(np.where(there, days, -1), axis=1)
    total = np.zeros((there.shape[0], there.shape[1] + 1), dtype=np.int64)
    np.cumsum(there, axis=1, out=total[:, 1:])
    past = total[:, days + 1] - total[:, np.maximum(days - PAST_DAYS, 0)]
    activity = np.where(last < 0, _NONE_YET, np.digitize(past, ACTIVITY))
    return Lulls(np.maximum(last, 0), days - np.maximum(last, 0), activity)


def hazard_of(
    sites: Points, tables: SiteTables, places: Points, controls: SiteTables, *, radius_km: float, candidates: Sequence[NDArray[np.int64]]
) -> Hazard:
    """Return the hazard at some sites.

    Args:
        sites: Where orders were about.
        tables: Of these sites.
        places: Places of the catalogue.
        controls: Tables of these places; the same window as that of `tables`.
        radius_km: Places as near as this are the site itself and no control for it.
        candidates: For each row of the orders' tables, the sites that it may be about.
    """
    usable = (tables.first, tables.last)
    lulls = lulls_of(tables.there)
    own = _counted(lulls, tables.after, usable)
    kept = controls.there.sum(axis=1) >= FEWEST_DAYS
    others = Points(places.lat[kept], places.lon[kept])
    pool = _counted(lulls_of(controls.there[kept]), controls.after[kept], usable)
    near = sites.directions() @ others.directions().T >= np.cos(radius_km / EARTH_KM) - 1e-12
    pools = []
    for counts in pool:
        whole = counts.sum(axis=0, keepdims=True)
        pools.append(np.concatenate([whole - counts[each].sum(axis=0) for each in near]) if len(near) else np.zeros_like(own[0]))
    pool_days, pool_followed, own_days, own_followed = map(_cumulative, (*pools, *own))
    return Hazard(lulls, tables.after, usable, pool_days, pool_followed, own_days, own_followed, tuple(candidates))


def hazard_chance(orders: GroupedOrders, hazard: Hazard, own: Flags) -> float:
    """Return P(K' >= K) for the number of orders followed, over all admissible dates of orders, in (0..1].

    Orders of a group are one decision. On every level the larger of two tails counts: that of one shared draw u, for which an order is
    followed where u < q, and that of independent draws; so the group's tail is one whichever mixture of the two is true. Doubtful dates:
    each order has the largest tail of K' - K over its dates, which bounds both couplings.

    Args:
        orders: In groups.
        hazard: Of their sites.
        own: Whether an onset follows each day, shape (rows, span); with doubtful days of events, whether it surely does.
    """
    if not len(orders.row):
        return 1.0
    upper, lower = thresholds(orders, hazard, own)
    sizes = np.diff(np.append(orders.starts, len(orders.row)))
    single = orders.starts[sizes == 1]
    pmfs = list(np.stack((1 - upper, upper - lower, lower), axis=1)[single])
    for first, size in zip(orders.starts[sizes > 1], sizes[sizes > 1], strict=True):
        pmfs.append(group_pmf(upper[first : first + size], lower[first : first + size]))
    return tail(convolve_all(pmfs), len(orders.row))


def thresholds(orders: GroupedOrders, hazard: Hazard, own: Flags) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return P(K' - K >= 0) and P(K' - K >= 1) of every order, each the largest over its admissible dates.

    A date of which too little is known compares the order with itself: 1 and 0.
    """
    upper, lower = np.zeros(len(orders.row)), np.zeros(len(orders.row))
    for step in range(int((orders.latest - orders.earliest).max(initial=0)) + 1):
        some = np.flatnonzero(orders.earliest + step <= orders.latest)
        rows, days = orders.row[some], orders.earliest[some] + step
        q, followed = hazard.chance(rows, days), own[rows, days]
        known = ~np.isnan(q)
        upper[some] = np.maximum(upper[some], np.where(known & followed, q, 1.0))
        lower[some] = np.maximum(lower[some], np.where(known & ~followed, q, 0.0))
    return upper, lower


def group_pmf(upper: NDArray[np.float64], lower: NDArray[np.float64]) -> Pmf:
    """Return the distribution of K' - K of a group, moved up by its size, whose tails bound a shared draw and independent ones.

    >>> group_pmf(np.array([0.2, 0.1]), np.array([0.0, 0.0])).round(3).tolist()
    [0.72, 0.18, 0.1, 0.0, 0.0]
    """
    shared = np.append(1.0, np.sort(np.concatenate((upper, lower)))[::-1])
    one_draw: Pmf = shared - np.append(shared[1:], 0.0)
    if len(upper) == 1:
        return one_draw
    alone = [np.array([1 - high, high - low, low]) for high, low in zip(upper, lower, strict=True)]
    return largest_tail([one_draw, convolve_all(alone)])


def _counted(lulls: Lulls, after: Flags, usable: tuple[int, int]) -> tuple[_Counts, _Counts]:
    """Return days by site, class and length of their lull, and those that an onset follows."""
    sites, span = after.shape
    first, last = usable[0], usable[1] + 1
    cell = (np.arange(sites)[:, None] * _CLASSES + lulls.activity[:, first:last]) * span + lulls.lasted[:, first:last]
    shape, size = (sites, _CLASSES, span), sites * _CLASSES * span
    days = np.bincount(cell.ravel(), minlength=size).reshape(shape)
    followed = np.bincount(cell[after[:, first:last]], minlength=size).reshape(shape)
    return days, followed


def _cumulative(counts: _Counts) -> _Counts:
    found = np.zeros((*counts.shape[:2], counts.shape[2] + 1), dtype=np.int64)
    np.cumsum(counts, axis=2, out=found[:, :, 1:])
    return found
