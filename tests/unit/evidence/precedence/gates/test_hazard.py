from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kashf.evidence.precedence.exact import tail
from kashf.evidence.precedence.gates.grounds import Ground, ground_of
from kashf.evidence.precedence.gates.hazard import BAND, FEWEST_LULLS, KAPPA, group_pmf, hazard_chance
from kashf.evidence.precedence.grid import Points
from kashf.evidence.precedence.rows.inputs import Events, read_events
from kashf.evidence.precedence.tables import GroupedOrders, Setup
from tests.unit.evidence.precedence.made import event_rows, events_of

#: Every town of the made-up catalogue; renewals are at the first forty.
TOWNS = 91


def _ground(events: Events, towns: int = TOWNS) -> Ground:
    sites = Points(30 + np.arange(towns) / 2, np.full(towns, 40.0))
    return ground_of(sites, [np.array([town]) for town in range(towns)], events, Setup().at(1))


def _renewals(seed: int) -> Events:
    rng = np.random.default_rng(seed)
    return events_of([(town, int(day)) for town in range(40) for day in np.cumsum(rng.integers(3, 60, 20)) if day < 399])


def _by_hand(ground: Ground, row: int, day: int) -> float:
    """Return q by going through every day of every town one by one."""
    there, after = ground.whole.tables.there, ground.whole.tables.after
    first, last = ground.whole.tables.first, ground.whole.tables.last

    def stands(town: int, when: int) -> tuple[int, int, int]:
        before = np.flatnonzero(there[town, : when + 1])
        past = int(there[town, max(when - 90, 0) : when + 1].sum())
        began = int(before[-1]) if len(before) else 0
        return began, when - began, sum(past >= least for least in (1, 3, 6, 11)) if len(before) else 9

    began, lasted, kind = stands(row, day)
    half = round(BAND * lasted)
    pool, own = [], []
    for town in range(TOWNS):
        for when in range(first, last + 1):
            its_began, its_lasted, its_kind = stands(town, when)
            if abs(its_lasted - lasted) <= half and its_kind == kind and not (town == row and its_began == began):
                (own if town == row else pool if there[town].sum() >= 5 else []).append(bool(after[town, when]))
    width = 2 * half + 1
    rate = (sum(pool) / width + 0.5) / (len(pool) / width + 1)
    return (sum(own) / width + KAPPA * rate) / (len(own) / width + KAPPA) if len(pool) / width >= FEWEST_LULLS else np.nan


def test_q_is_the_share_of_other_lulls_that_lasted_as_long_counted_by_hand() -> None:
    ground = _ground(_renewals(1))
    rows, days = np.array([3, 17, 55, 8]), np.array([120, 200, 333, 250])

    found = ground.whole.hazard.chance(rows, days)

    assert pytest.approx([_by_hand(ground, int(row), int(day)) for row, day in zip(rows, days, strict=True)], nan_ok=True) == found


def test_too_few_other_lulls_say_nothing_and_compare_the_order_with_itself() -> None:
    ground = _ground(read_events(event_rows([(0, 100), (1, 150), (1, 399)])), towns=2)
    orders = GroupedOrders(np.array([0]), np.array([200]), np.array([200]), np.array([0]))

    assert np.isnan(ground.whole.hazard.chance(np.array([0]), np.array([200]))[0])
    assert 1.0 == hazard_chance(orders, ground.whole.hazard, ground.whole.tables.own)


@settings(max_examples=60)
@given(st.lists(st.floats(0.01, 0.99), min_size=1, max_size=6))
def test_the_tail_of_a_group_is_at_least_that_of_one_draw_and_of_independent_draws(chances: list[float]) -> None:
    q = np.array(chances)
    pmf = group_pmf(q, np.zeros(len(q)))

    assert pytest.approx(1.0) == pmf.sum()
    draws = np.random.default_rng(0).random((20_000, len(q)))
    for least in range(1, len(q) + 1):
        shared = float(np.sort(q)[::-1][least - 1])
        alone = float(((draws < q).sum(axis=1) >= least).mean())
        assert tail(pmf, least) >= max(shared - 1e-12, alone - 0.02)


def test_a_doubtful_date_has_its_worst_day_whatever_it_is() -> None:
    ground = _ground(_renewals(3))
    tables, hazard = ground.whole.tables, ground.whole.hazard
    rows = np.arange(0, 40, 2)
    days = np.full(len(rows), 200)
    doubtful = hazard_chance(GroupedOrders(rows, days - 2, days + 2, np.arange(len(rows))), hazard, tables.own)

    for moved in (-2, -1, 0, 1, 2):
        assert doubtful >= hazard_chance(GroupedOrders(rows, days + moved, days + moved, np.arange(len(rows))), hazard, tables.own) - 1e-12
