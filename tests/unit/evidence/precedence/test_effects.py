import dataclasses

import numpy as np
import pytest

from kashf.evidence.precedence.effects import explained_within, lead_times
from kashf.evidence.precedence.placement import place_orders
from kashf.evidence.precedence.result import PrecedenceResult
from kashf.evidence.precedence.tables import Setup
from tests.unit.evidence.precedence.made import events_of, orders_of, result_of

ATTACKS = [(town, 100 + 17 * town) for town in range(10)]
FORESEEN = [(town, when - 3) for town, when in ATTACKS]


def _result(orders: list[tuple[int, int]] = FORESEEN, events: list[tuple[int, int]] = ATTACKS, **options: object) -> PrecedenceResult:
    return result_of(orders_of(orders), events_of(events), **options)


def test_lead_times_count_beginnings_at_every_lag_beside_what_chance_gives() -> None:
    leads = _result().leads

    assert (-30, 30, 61) == (leads.lags[0], leads.lags[-1], len(leads.counts))
    assert {3: 10} == {lag: count for lag, count in zip(leads.lags, leads.counts, strict=True) if count}
    assert all(low <= mean <= high + 1 for low, mean, high in zip(leads.low, leads.expected, leads.high, strict=True))
    assert pytest.approx(10 / 61) == leads.expected[leads.lags.index(3)]


def test_without_orders_there_are_no_leads() -> None:
    placed, _ = place_orders(orders_of([(0, 1)]), events_of(ATTACKS), Setup())
    bundled, _ = placed.in_groups(np.zeros(0, dtype=np.int64))

    assert not any(lead_times(bundled, placed.tables, Setup()).counts)


def test_a_result_that_stands_at_every_reach_is_explained_by_none_and_one_of_a_busy_week_is() -> None:
    placed, _ = place_orders(orders_of(FORESEEN), events_of(ATTACKS), Setup())
    bundled, _ = placed.in_groups(np.arange(10))

    assert 0 == explained_within(bundled, placed.tables, setup=Setup(), alpha=0.05)
    assert 7 <= explained_within(bundled, placed.tables, setup=Setup(), alpha=1e-7) < 30


def test_the_sweep_holds_the_chosen_reach_and_window_and_no_reach_shorter_than_the_window() -> None:
    sweep = _result(setup=Setup(window=(1, 18), reach=25)).sweep

    assert [21, 25, 30, 45, 60] == [each.reach for each in sweep if each.window == (1, 18)]
    assert [((1, 9), 25)] == [(each.window, each.reach) for each in sweep if each.window != (1, 18)]


def test_the_joint_p_counts_that_two_windows_were_tried() -> None:
    two = _result(FORESEEN[:3])
    one = _result(FORESEEN[:3], setup=Setup(window=(1, 1), reach=30))

    assert min(each.p_calendar for each in two.sweep if each.reach == 30) <= two.p_joint
    assert pytest.approx(one.p_calendar, abs=0.01) == one.p_joint
    assert 1.0 == _result([(0, 1)]).p_joint


def test_leaving_out_a_group_or_a_place_is_running_without_it() -> None:
    result = _result()

    for out in range(10):
        rest = FORESEEN[:out] + FORESEEN[out + 1 :]
        assert pytest.approx(_result(rest).p_calendar) == result.leave_one_group[out]
        assert pytest.approx(_result(rest).p_calendar) == result.leave_one_place[f"town {out}"]


def test_a_result_that_hangs_on_one_place_shows_it() -> None:
    one_place = [(0, 100 + 40 * n) for n in range(6)]
    orders = [(town, when - 3) for town, when in one_place] + [(town, 60) for town in range(1, 6)]

    result = result_of(orders_of(orders), events_of([*one_place, *((town, 120) for town in range(1, 6))]))

    assert result.p_calendar < 0.001
    assert pytest.approx(1.0) == result.leave_one_place["town 0"]


def test_a_catalogue_moved_by_half_a_year_shows_nothing() -> None:
    assert 1.0 == _result().p_shifted


def test_doubtful_dates_give_a_distribution_of_p_and_exact_ones_a_point() -> None:
    exact = _result().dates
    doubtful = result_of(orders_of(FORESEEN, doubt=3), events_of(ATTACKS)).dates

    assert (0, ()) == (exact.doubtful, exact.deciding)
    assert exact.low == exact.median == exact.high
    assert 10 == doubtful.doubtful
    assert doubtful.low < doubtful.median < doubtful.high


def test_everything_beside_the_seed_is_the_same_with_another_seed_but_what_is_drawn() -> None:
    first, second = (dataclasses.asdict(_result(seed=seed)) for seed in (1, 2))
    drawn = {"p_joint", "seed", "dates"}

    assert {key: first[key] for key in first.keys() - drawn} == {key: second[key] for key in second.keys() - drawn}
