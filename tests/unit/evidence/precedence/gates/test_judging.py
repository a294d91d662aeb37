from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from examples.precedence.simulate import World, draw_orders, make_renewal_world
from kashf.evidence.precedence.engine import precedence
from kashf.evidence.precedence.gates.grounds import ground_of
from kashf.evidence.precedence.gates.judging import levels, passed
from kashf.evidence.precedence.grid import Points
from kashf.evidence.precedence.order_groups import groupings
from kashf.evidence.precedence.placement import place_orders
from kashf.evidence.precedence.result import Conclusion
from kashf.evidence.precedence.rows.inputs import Events, Order, read_orders
from kashf.evidence.precedence.tables import Setup

FIRST = dt.date(2031, 1, 1)


@pytest.mark.parametrize("radii", [1, 2, 3, 5])
def test_the_parts_of_a_family_add_up_to_alpha_and_the_own_town_has_most(radii: int) -> None:
    parts = levels(radii, 0.05)

    assert pytest.approx(0.05) == sum(parts)
    assert parts[0] == max(parts)


def _orders(world: World, drawn: list[tuple[int, int]]) -> tuple[Order, ...]:
    return read_orders(
        {"id": str(n), "date_earliest": (FIRST + dt.timedelta(day)).isoformat(), "lat": world.lat[town], "lon": world.lon[town]}
        for n, (town, day) in enumerate(drawn)
    )


@pytest.mark.parametrize(("kind", "known"), [("phase45", 0.0), ("late1", 0.0), ("fixed20", 0.0), ("phase45", 0.4), ("phase45", 0.8)])
def test_what_simulations_ask_is_what_the_engine_says(kind: str, known: float) -> None:
    world = make_renewal_world(np.random.default_rng(7), towns=30, span=900)
    last = FIRST + dt.timedelta(world.span - 1)
    events = Events(FIRST, last, Points(world.lat[world.town], world.lon[world.town]), world.day.astype(np.int64), len(world.day), {})
    setup = Setup().at(1)
    for seed in range(2):
        rng = np.random.default_rng(seed)
        orders = _orders(world, draw_orders(rng, world, kind=kind, coordinated=known, usable=(30, world.span - 12)))
        placed, _ = place_orders(orders, events, setup)
        labels = groupings([""] * len(placed.orders), placed.points, placed.middle, radius_km=1)
        bundles = {name: placed.in_groups(label)[0] for name, label in labels.items()}
        ground = ground_of(placed.sites, placed.candidates, events, setup)

        quick = passed(bundles, ground, setup, level=0.05, alpha=0.05)
        whole = precedence(orders, events, rng=rng, setup=setup, with_power=False)

        assert (whole.verdict is Conclusion.BEFORE, whole.verdict.is_finding) == (quick.before, quick.calendar)
        assert whole.gates_hold == quick.gates
