"""How far the calendar test can be shaken, and when events followed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kashf.evidence.precedence.exact import convolve_all, is_at_most, leave_one_out, pmf_of, tail
from kashf.evidence.precedence.gates.judging import Chances
from kashf.evidence.precedence.placement import PlacedOrders
from kashf.evidence.precedence.result import Dates, LeadTimes, Swept
from kashf.evidence.precedence.statistic import Null, calendar, reference
from kashf.evidence.precedence.tables import GroupedOrders, Setup, SiteTables, with_window

#: Reaches at which the test is run again, beside the chosen one; days.
REACHES: Final = (14, 21, 30, 45, 60)
#: Ends of what is drawn: the fifth and the ninety-fifth percentile.
_ENDS: Final = (5, 95)
_JOINT: Final = 10_000
_DATES: Final = 200
#: Leaving one out costs memory in the square of the groups.
_MOST_LEFT_OUT: Final = 1000
#: Lead times cost a convolution for each lag.
_MOST_IN_BAND: Final = 1000


@dataclass(frozen=True, slots=True)
class Effects:
    """What `measure` finds; see `result.PrecedenceResult` for each."""

    sweep: tuple[Swept, ...]
    p_joint: float
    explained_within_days: int
    leave_one_group: Mapping[int, float]
    leave_one_place: Mapping[str, float]
    leads: LeadTimes


def measure(placed: PlacedOrders, bundled: GroupedOrders, null: Null, *, setup: Setup, alpha: float, rng: np.random.Generator) -> Effects:
    """Return sweeps, lead times and what is left without single groups and places."""
    sweep, p_joint = _sweep(placed, bundled, setup, rng)
    return Effects(
        sweep=sweep,
        p_joint=p_joint,
        explained_within_days=explained_within(bundled, placed.tables, setup=setup, alpha=alpha),
        leave_one_group=_without_groups(null),
        leave_one_place=_without_places(placed, bundled, setup),
        leads=lead_times(bundled, placed.tables, setup),
    )


def explained_within(bundled: GroupedOrders, tables: SiteTables, *, setup: Setup, alpha: float) -> int:
    """Return the longest reach, up to W, at which the calendar test finds nothing.

    Dates within J days of one another share whatever works on the scale of J, so a cause common to orders and events that acts within as
    many days would explain the result. 0 when the test finds something at every reach from the window's end on.
    """
    for reach in range(setup.reach, setup.window[1] - 1, -1):
        if not is_at_most(calendar(bundled, bundled.middle, tables, reach=reach).chance, alpha):
            return reach
    return 0


def lead_times(bundled: GroupedOrders, tables: SiteTables, setup: Setup) -> LeadTimes:
    """Return at how many days from orders onsets lie, beside what reference dates give; without a band above a thousand groups."""
    lags = range(-setup.reach, setup.reach + 1)
    span = tables.began.shape[1]
    counts, expected, low, high = [], [], [], []
    rows = bundled.row
    at = bundled.middle[:, None] + np.arange(-setup.reach, setup.reach + 1)
    usable = np.logical_and.reduceat((at >= tables.first) & (at <= tables.last), bundled.starts, axis=0) if len(rows) else None
    for lag in lags:
        inside = (at + lag >= 0) & (at + lag < span)
        began = tables.began[rows[:, None], np.clip(at + lag, 0, span - 1)] & inside
        counts.append(int(began[:, setup.reach].sum()))
        if usable is None or len(bundled.starts) > _MOST_IN_BAND:
            continue
        moved = np.add.reduceat(began.astype(np.int64), bundled.starts, axis=0)
        sizes = np.diff(np.append(bundled.starts, len(rows)))
        pmf = convolve_all(
            [pmf_of(values[kept], most=int(size)) for values, kept, size in zip(moved, usable, sizes, strict=True) if kept.any()]
        )
        below = np.cumsum(pmf)
        expected.append(float(pmf @ np.arange(len(pmf))))
        low.append(int(np.searchsorted(below, _ENDS[0] / 100)))
        high.append(int(np.searchsorted(below, _ENDS[1] / 100)))
    return LeadTimes(tuple(lags), tuple(counts), tuple(expected), tuple(low), tuple(high))


def date_doubt(
    placed: PlacedOrders, labels: NDArray[np.int64], *, setup: Setup, worst: Chances, alpha: float, rng: np.random.Generator
) -> Dates:
    """Return what doubtful dates do to the calendar test: its p over admissible dates, and the orders on whose dates it depends."""
    bundled, sorting = placed.in_groups(labels)
    doubtful = np.flatnonzero(bundled.latest > bundled.earliest)
    base = calendar(bundled, bundled.middle, placed.tables, reach=setup.reach).chance
    if not len(doubtful):
        return Dates(0, base, base, base, ())
    drawn = []
    for _ in range(_DATES):
        days = rng.integers(bundled.earliest, bundled.latest, endpoint=True)
        drawn.append(calendar(bundled, days, placed.tables, reach=setup.reach).chance)
    low, median, high = (float(value) for value in np.percentile(drawn, (_ENDS[0], 50, _ENDS[1])))
    deciding: tuple[str, ...] = ()
    if is_at_most(base, alpha) and not is_at_most(worst.calendar, alpha):
        deciding = tuple(placed.orders[sorting[place]].id for place in doubtful if _differs(bundled, placed.tables, int(place)))
    return Dates(len(doubtful), median, low, high, deciding)


def _differs(bundled: GroupedOrders, tables: SiteTables, place: int) -> bool:
    dates = np.arange(bundled.earliest[place], bundled.latest[place] + 1)
    return len(set(tables.after[bundled.row[place], dates].tolist())) > 1


def _sweep(placed: PlacedOrders, bundled: GroupedOrders, setup: Setup, rng: np.random.Generator) -> tuple[tuple[Swept, ...], float]:
    """Return the calendar test at other reaches and for shorter windows, and the joint p of the smallest over windows.

    The windows of one draw share their shift, so that what they have in common is kept (Westfall and Young 1993).
    """
    first, last = setup.window
    windows = sorted({(first, max(first, last // 2)), setup.window})
    swept = [
        Swept(reach, setup.window, calendar(bundled, bundled.middle, placed.tables, reach=reach).chance)
        for reach in sorted({*REACHES, setup.reach})
        if reach >= last
    ]
    tables = [with_window(placed.tables, window) for window in windows]
    nulls = [calendar(bundled, bundled.middle, each, reach=setup.reach) for each in tables]
    swept += [Swept(setup.reach, window, null.chance) for window, null in zip(windows, nulls, strict=True) if window != setup.window]
    return tuple(swept), _joint(bundled, tables, nulls, setup, rng)


def _joint(bundled: GroupedOrders, tables: Sequence[SiteTables], nulls: Sequence[Null], setup: Setup, rng: np.random.Generator) -> float:
    if not len(bundled.row):
        return 1.0
    totals = np.zeros((len(tables), _JOINT), dtype=np.int64)
    for place, each in enumerate(tables):
        after, usable = reference(bundled, bundled.middle, each, reach=setup.reach)
        if place == 0:
            usable = np.logical_and.reduceat(usable, bundled.starts, axis=0)
            shifts = [rng.choice(np.flatnonzero(kept), size=_JOINT) for kept in usable]
        followed = np.add.reduceat(after.astype(np.int64), bundled.starts, axis=0)
        for group, shift in enumerate(shifts):
            totals[place] += followed[group][shift]
    tails = [np.append(np.cumsum(convolve_all(null.pmfs)[::-1])[::-1], 0.0) for null in nulls]
    least = np.min([tail_of[total] for tail_of, total in zip(tails, totals, strict=True)], axis=0)
    observed = min(null.chance for null in nulls)
    return float((1 + (least <= observed + 1e-12).sum()) / (1 + _JOINT))


def _without_groups(null: Null) -> Mapping[int, float]:
    if not 1 < len(null.pmfs) <= _MOST_LEFT_OUT:
        return {}
    return dict(enumerate(leave_one_out(null.pmfs, null.observed)))


def _without_places(placed: PlacedOrders, bundled: GroupedOrders, setup: Setup) -> Mapping[str, float]:
    """Return the calendar p without the groups that are about each place; empty with one place, or with very many."""
    names = np.array([order.place or f"{order.spots[0][0]:.3f}, {order.spots[0][1]:.3f}" for order in placed.orders])
    places = sorted(set(names.tolist()))
    if not 1 < len(places) <= _MOST_LEFT_OUT:
        return {}
    null = calendar(bundled, bundled.middle, placed.tables, reach=setup.reach)
    rows_of = [set(bundled.row[members].tolist()) for members in bundled.members()]
    found = {}
    for place in places:
        rows = set(placed.row[names == place].tolist())
        kept = [group for group, own in enumerate(rows_of) if not own & rows]
        found[place] = tail(convolve_all([null.pmfs[g] for g in kept]), sum(null.observed[g] for g in kept))
    return found
