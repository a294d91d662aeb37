"""Orders placed on the days and places of a catalogue; what cannot be placed is counted with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kashf.evidence.precedence.grid import Days, Points
from kashf.evidence.precedence.rows.inputs import WIDEST_DAYS, Events, Order
from kashf.evidence.precedence.tables import GroupedOrders, Setup, SiteTables, grouped, joined, site_tables


@dataclass(frozen=True, slots=True)
class PlacedOrders:
    """Orders placed on the tables of a catalogue.

    Args:
        orders: As they were given, those that can be used, in the order of their rows.
        row: Row of `tables` for each.
        earliest: First admissible day.
        latest: Last.
        points: Where each is about; the first candidate, for grouping.
        tables: What happened at each place, by day.
        sites: Every place that an order may be about.
        candidates: For each row of `tables` the sites that it may be.
    """

    orders: tuple[Order, ...]
    row: NDArray[np.int64]
    earliest: Days
    latest: Days
    points: Points
    tables: SiteTables
    sites: Points
    candidates: tuple[NDArray[np.int64], ...]

    @property
    def middle(self) -> Days:
        """The day in the middle of what is admissible, one for each order."""
        return self.earliest + (self.latest - self.earliest) // 2

    def in_groups(self, labels: NDArray[np.int64]) -> tuple[GroupedOrders, NDArray[np.int64]]:
        """Return the orders sorted into groups, and where each of them stood before."""
        return grouped(self.row, self.earliest, self.latest, labels)


def place_orders(orders: Sequence[Order], events: Events, setup: Setup) -> tuple[PlacedOrders, Mapping[str, int]]:
    """Return the usable orders on the tables of the catalogue, and the others by reason.

    An order is usable when its day is known well enough and the catalogue has seen what came before and after every admissible day, with a
    day to spare: the catalogue itself may be a day late.
    """
    first_usable, last_usable = setup.onset + setup.window[1] + 1, events.span - 2 - setup.window[1]
    unused: Counter[str] = Counter()
    kept: list[Order] = []
    for order in orders:
        earliest, latest = events.days_of(order.date)
        if latest - earliest > WIDEST_DAYS:
            unused[f"date not known to within {WIDEST_DAYS} days, as a month is not"] += 1
        elif earliest < first_usable or latest > last_usable:
            unused["outside of what the catalogue has seen"] += 1
        else:
            kept.append(order)
    spots = list(dict.fromkeys(spot for order in kept for spot in order.spots))
    sites = Points(np.array([lat for lat, _ in spots]), np.array([lon for _, lon in spots]))
    place_of = {spot: place for place, spot in enumerate(spots)}
    found = list(dict.fromkeys(tuple(sorted({place_of[spot] for spot in order.spots})) for order in kept))
    row_of = {candidate: row for row, candidate in enumerate(found)}
    candidates = tuple(np.array(candidate, dtype=np.int64) for candidate in found)
    tables = joined(site_tables(sites, events.points, events.days, span=events.span, setup=setup), candidates)
    rows = np.array([row_of[tuple(sorted({place_of[spot] for spot in order.spots}))] for order in kept], dtype=np.int64)
    days = np.array([events.days_of(order.date) for order in kept], dtype=np.int64).reshape(-1, 2)
    points = Points(np.array([order.spots[0][0] for order in kept]), np.array([order.spots[0][1] for order in kept]))
    return PlacedOrders(tuple(kept), rows, days[:, 0], days[:, 1], points, tables, sites, candidates), dict(unused)
