"""Small catalogues and orders for tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import numpy as np

from kashf.evidence.precedence import engine
from kashf.evidence.precedence.result import PrecedenceResult
from kashf.evidence.precedence.rows.inputs import Events, Order, read_events, read_orders
from kashf.evidence.precedence.tables import Setup

FIRST = dt.date(2031, 1, 1)
#: Forty towns far away, at which something begins a week apart and goes on for five days: other lulls, so that there is a hazard.
ELSEWHERE = [(40 + number, 110 + 7 * number + day) for number in range(40) for day in range(5)]


def day(number: int) -> str:
    return (FIRST + dt.timedelta(days=number)).isoformat()


def event_rows(events: Iterable[tuple[int, int]]) -> list[dict[str, object]]:
    """Return rows of events given as (town, day); towns lie half a degree apart."""
    return [
        {
            "id": f"E{number}",
            "date": day(when),
            "place": f"town {town}",
            "lat": 30 + town / 2,
            "lon": 40,
            "actor": "North",
            "type": "attack",
        }
        for number, (town, when) in enumerate(events)
    ]


def order_rows(orders: Iterable[tuple[int, int]], *, doubt: int = 0, group: str = "") -> list[dict[str, object]]:
    """Return rows of orders given as (town, day), each known to so many days on both sides."""
    return [
        {
            "id": f"L{number}",
            "date_earliest": day(when - doubt),
            "date_latest": day(when + doubt),
            "place": f"town {town}",
            "lat": 30 + town / 2,
            "lon": 40,
            "group": group,
        }
        for number, (town, when) in enumerate(orders)
    ]


def events_of(events: Iterable[tuple[int, int]], *, span: int = 400) -> Events:
    """Return a catalogue that begins on day 0 and ends on the last of its span, at a town where no order is, with towns elsewhere."""
    return read_events(event_rows([(90, 0), *events, *ELSEWHERE, (90, span - 1)]))


def orders_of(orders: Iterable[tuple[int, int]], *, doubt: int = 0, group: str = "") -> tuple[Order, ...]:
    return read_orders(order_rows(orders, doubt=doubt, group=group))


def result_of(
    orders: Iterable[Order], events: Events, *, setup: Setup | None = None, alpha: float = 0.05, seed: int = 0
) -> PrecedenceResult:
    """Return what the engine says of orders, with dice made from a seed."""
    return engine.precedence(tuple(orders), events, rng=np.random.default_rng(seed), setup=setup, alpha=alpha)
