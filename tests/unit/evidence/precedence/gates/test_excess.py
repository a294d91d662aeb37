from __future__ import annotations

import numpy as np
import pytest

from kashf.evidence.precedence.exact import convolve_all, tail
from kashf.evidence.precedence.gates.excess import excess_of, file_drawer, gamma, others_only
from kashf.evidence.precedence.placement import place_orders
from kashf.evidence.precedence.statistic import Null
from kashf.evidence.precedence.tables import Setup
from tests.unit.evidence.precedence.made import events_of, orders_of

NOTHING = np.array([1.0, 0.0])
CHANCE = np.array([0.8, 0.2])


@pytest.mark.parametrize(("followed", "of", "low", "high"), [(10, 10, 0.7411, 1.0), (0, 10, 0.0, 0.2589), (5, 10, 0.2224, 0.7776)])
def test_where_chance_gives_nothing_the_interval_is_that_of_clopper_and_pearson(followed: int, of: int, low: float, high: float) -> None:
    found = excess_of([NOTHING] * of, followed)

    assert pytest.approx((low, high), abs=1e-4) == found.interval
    assert pytest.approx(followed / of) == found.share


def test_as_many_as_chance_gives_are_no_excess_and_none_has_no_bound() -> None:
    usual = excess_of([CHANCE] * 30, 6)

    assert (0.0, 0.0) == (usual.share, usual.interval[0])
    assert 0 < usual.interval[1] < 0.25
    assert (0.0, (0.0, 1.0)) == (excess_of([], 0).share, excess_of([], 0).interval)


def test_a_hit_is_no_excuse_for_itself() -> None:
    placed, _ = place_orders(orders_of([(0, 97), (1, 200)]), events_of([(0, 100)]), Setup().at(1))
    bundled, _ = placed.in_groups(np.arange(2))

    assert [[1.0, 0.0], [1.0, 0.0]] == [pmf.tolist() for pmf in others_only(bundled, placed.tables, Setup())]


def test_gamma_is_where_the_finding_is_lost_and_the_drawer_holds_so_many() -> None:
    null = Null((CHANCE,) * 30, (1,) * 14 + (0,) * 16, (61,) * 30)
    odds, withheld = gamma(null, 0.05), file_drawer(null, 0.05)

    def chance(q: float, more: int = 0) -> float:
        return tail(convolve_all([np.array([1 - q, q])] * 30 + [CHANCE] * more), 14)

    assert odds is not None
    assert withheld is not None
    assert chance(odds * 0.99 * 0.25 / (1 + odds * 0.99 * 0.25)) <= 0.05 < chance(odds * 1.01 * 0.25 / (1 + odds * 1.01 * 0.25))
    assert chance(0.2, withheld - 1) <= 0.05 < chance(0.2, withheld)


def test_a_finding_that_is_none_is_lost_at_once() -> None:
    null = Null((CHANCE,) * 10, (1, 1) + (0,) * 8, (61,) * 10)

    assert (1.0, 0) == (gamma(null, 0.05), file_drawer(null, 0.05))
