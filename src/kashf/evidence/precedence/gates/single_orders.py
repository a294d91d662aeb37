"""Every order by itself: what followed, what would have followed on other dates, and how little one letter is worth."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kashf.evidence.precedence.grid import Flags, hits
from kashf.evidence.precedence.placement import PlacedOrders
from kashf.evidence.precedence.statistic import reference
from kashf.evidence.precedence.tables import GroupedOrders, Setup, SiteTables


@dataclass(frozen=True, slots=True)
class PerOrder:
    """One order.

    Args:
        id: As the table calls it.
        place: What it is about.
        earliest: First day on which it may have been written.
        latest: Last such day.
        group: Number of its group.
        hit: Whether an onset followed it, on the day in the middle.
        lead_days: Days to the first such onset; None without one.
        chance: Share of its reference dates that an onset would have followed, in [0..1].
        chance_of_any: The same for any event, onset or not.
        any_followed: Whether any event followed it.
        chance_of_others: Share of the reference dates that any event would have followed, among those whose window does not hold the first
            event that followed the order; None where all hold it.
        hazard: q among other lulls that had lasted as long; None where too few had.
        state: "informative", "quiet" (chance 0), "always" (chance 1) or "fighting" (events followed, but nothing began).
        is_doubtful: Whether the answer differs between its admissible dates.
    """

    id: str
    place: str
    earliest: dt.date
    latest: dt.date
    group: int
    hit: bool
    lead_days: int | None
    chance: float
    chance_of_any: float
    any_followed: bool
    chance_of_others: float | None
    hazard: float | None
    state: str
    is_doubtful: bool


def each_order(
    placed: PlacedOrders, tables: SiteTables, q: NDArray[np.float64], labels: NDArray[np.int64], setup: Setup
) -> tuple[PerOrder, ...]:
    """Return every usable order by itself.

    Args:
        placed: The orders.
        tables: What happened, every event on the day in the middle.
        q: Hazard of each; NaN where nothing is known.
        labels: Number of the group of each.
        setup: The choices.
    """
    if not placed.orders:
        return ()
    alone = GroupedOrders(placed.row, placed.earliest, placed.latest, np.arange(len(placed.row)))
    after, usable = reference(alone, placed.middle, tables, reach=setup.reach)
    followed = hits(tables.there, setup.window)
    at = np.clip(placed.middle[:, None] + np.arange(-setup.reach, setup.reach + 1), 0, followed.shape[1] - 1)
    any_after = followed[placed.row[:, None], at]
    found = []
    for place, order in enumerate(placed.orders):
        row, day = int(placed.row[place]), int(placed.middle[place])
        hit, is_followed = bool(tables.after[row, day]), bool(followed[row, day])
        chance = float(after[place][usable[place]].mean())
        dates = np.arange(placed.earliest[place], placed.latest[place] + 1)
        found.append(
            PerOrder(
                id=order.id,
                place=order.place,
                earliest=order.date.bounds[0],
                latest=order.date.bounds[1],
                group=int(labels[place]),
                hit=hit,
                lead_days=_first_in(tables.began[row], day, setup.window) if hit else None,
                chance=chance,
                chance_of_any=float(any_after[place][usable[place]].mean()),
                any_followed=is_followed,
                chance_of_others=_of_others(any_after[place], usable[place], _first_in(tables.there[row], day, setup.window), setup),
                hazard=None if np.isnan(q[place]) else float(q[place]),
                state=_state(chance, hit=hit, is_followed=is_followed),
                is_doubtful=len(set(tables.after[row, dates].tolist())) > 1,
            )
        )
    return tuple(found)


def _first_in(flags: Flags, day: int, window: tuple[int, int]) -> int | None:
    first, last = window
    found = np.flatnonzero(flags[day + first : day + last + 1])
    return int(found[0]) + first if len(found) else None


def _of_others(any_after: Flags, usable: Flags, lead: int | None, setup: Setup) -> float | None:
    """Return the share of dates that any event follows, without those whose window holds the event `lead` days after the order."""
    kept = usable.copy()
    if lead is not None:
        kept[max(setup.reach + lead - setup.window[1], 0) : setup.reach + lead - setup.window[0] + 1] = False
    return float(any_after[kept].mean()) if kept.any() else None


def _state(chance: float, *, hit: bool, is_followed: bool) -> str:
    if is_followed and not hit:
        return "fighting"
    return "quiet" if chance == 0 else "always" if chance == 1 else "informative"
