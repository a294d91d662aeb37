import dataclasses
import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples.precedence.simulate import World, draw_orders, make_world
from kashf.errors import UsageError
from kashf.evidence.precedence import engine
from kashf.evidence.precedence.gates.grounds import ground_of
from kashf.evidence.precedence.gates.judging import CatalogueDoubt, passed
from kashf.evidence.precedence.grid import Points
from kashf.evidence.precedence.naive import any_day
from kashf.evidence.precedence.order_groups import groupings
from kashf.evidence.precedence.placement import place_orders
from kashf.evidence.precedence.result import Conclusion, PrecedenceResult
from kashf.evidence.precedence.rows.inputs import Events, Order, read_events, read_orders
from kashf.evidence.precedence.sentences import dates_sentence, verdict_sentence
from kashf.evidence.precedence.tables import Setup
from tests.unit.evidence.precedence.made import ELSEWHERE, day, event_rows, events_of, order_rows, orders_of

#: Ten towns with one attack each, far from the others and from the ends of the catalogue, and an order three days before each.
ATTACKS = [(town, 100 + 17 * town) for town in range(10)]
FORESEEN = [(town, when - 3) for town, when in ATTACKS]


def precedence(orders: Sequence[Order], events: Events, *, setup: Setup | None = None, seed: int = 0) -> PrecedenceResult:
    """Run the engine with dice of that seed."""
    return engine.precedence(orders, events, rng=np.random.default_rng(seed), setup=setup)


def test_orders_three_days_before_every_attack_came_before() -> None:
    result = precedence(orders_of(FORESEEN), events_of(ATTACKS))

    assert Conclusion.BEFORE is result.verdict
    assert (10, 10, 10) == (result.hits, result.n_used, result.n_informative)
    assert pytest.approx((7 / 61) ** 10) == result.p_calendar
    assert pytest.approx(0.5**10) == result.p_direction
    assert pytest.approx(10 * 7 / 61) == result.expected
    assert {3} == {order.lead_days for order in result.per_order}
    assert pytest.approx(7 / 61) == result.per_order[0].chance


def test_orders_on_the_day_after_attacks_came_not_before() -> None:
    result = precedence(orders_of([(town, when + 1) for town, when in ATTACKS]), events_of(ATTACKS))

    assert (Conclusion.NOTHING, 0) == (result.verdict, result.hits)


def test_orders_on_both_sides_of_attacks_are_not_before() -> None:
    around = [(town, when - 3 if town % 2 else when + 3) for town, when in ATTACKS]

    result = precedence(orders_of(around), events_of(ATTACKS))

    assert (Conclusion.NOT_CHANCE, 5) == (result.verdict, result.hits)
    assert result.p_direction > 0.5


def test_in_continuous_fighting_nothing_can_be_tested() -> None:
    fighting = [(town, when) for town in range(10) for when in range(60, 340)]

    assert Conclusion.FIGHTING is precedence(orders_of(FORESEEN), events_of(fighting)).verdict


def test_few_groups_are_too_little_however_small_the_p() -> None:
    result = precedence(orders_of(FORESEEN[:4]), events_of(ATTACKS))

    assert result.p_calendar < 0.001
    assert Conclusion.TOO_LITTLE is result.verdict


def test_orders_of_one_operation_count_once_whether_anybody_says_so_or_not() -> None:
    together = [(0, 95 + number % 3) for number in range(10)]

    for orders in (orders_of(together, group="one"), orders_of(together)):
        result = precedence(orders, events_of(ATTACKS))
        assert Conclusion.TOO_LITTLE is result.verdict
        assert result.worst.calendar > 0.05


def test_a_place_widened_to_a_region_finds_nothing() -> None:
    rng = np.random.default_rng(3)
    world = make_world(rng, towns=60)
    orders, events = _drawn(rng, world, coordinated=0.4), _events(world)

    assert precedence(orders, events).p_calendar < 0.05
    assert precedence(orders, events, setup=Setup(radii_km=(450.0,))).p_calendar > 0.5


def test_orders_that_are_all_of_the_busy_month_show_nothing() -> None:
    busy = [(town, when) for town in range(10) for when in (100, 103, 109, 118, 126)]
    orders = [(town, 104 + 2 * town) for town in range(10)]

    assert not precedence(orders_of(orders), events_of(busy)).verdict.is_finding


def test_an_answer_that_a_day_of_doubt_turns_is_said_to_depend_on_dates() -> None:
    edge = [(town, when - 1) for town, when in ATTACKS]

    sure = precedence(orders_of(edge), events_of(ATTACKS))
    doubtful = precedence(orders_of(edge, doubt=1), events_of(ATTACKS))

    assert Conclusion.NOT_CHANCE is sure.verdict
    assert (Conclusion.DEPENDS_ON_DATES, 10) == (doubtful.verdict, doubtful.dates.doubtful)
    assert {f"L{n}" for n in range(10)} == set(doubtful.dates.deciding)
    assert sure.worst.largest < doubtful.worst.largest


def test_a_finding_that_doubt_weakens_says_what_it_would_be_without() -> None:
    edge = [(town, when - 1) for town, when in ATTACKS]

    result = precedence(orders_of(edge, doubt=1), events_of(ATTACKS))

    assert Conclusion.NOT_CHANCE is result.if_dates_were_known
    assert "would be" in dates_sentence(result)
    assert "" == dates_sentence(precedence(orders_of(edge), events_of(ATTACKS)))


def test_what_forced_groups_take_away_does_not_depend_on_dates() -> None:
    spread = [(town, 90 + 4 * town) for town in range(6)] + [(0, 93), (0, 96)]

    result = precedence(orders_of(spread, doubt=1), events_of([(town, 500) for town in range(6)], span=600))

    assert Conclusion.DEPENDS_ON_DATES is not result.verdict


def test_control_orders_are_tested_beside_the_others_and_few_say_nothing() -> None:
    leave = tuple(replace(order, id=f"leave {order.id}") for order in orders_of([(town, when + 10) for town, when in ATTACKS]))

    result = engine.precedence(orders_of(FORESEEN), events_of(ATTACKS), rng=np.random.default_rng(0), controls=leave)
    few = engine.precedence(orders_of(FORESEEN), events_of(ATTACKS), rng=np.random.default_rng(0), controls=leave[:1])

    assert result.before
    assert result.controls is not None
    assert few.controls is not None
    assert (1.0, True, False) == (result.controls.p_calendar, result.controls.are_enough, few.controls.are_enough)
    assert precedence(orders_of(FORESEEN), events_of(ATTACKS)).controls is None


def test_orders_on_the_day_of_attacks_are_not_before_though_the_catalogue_is_a_day_late() -> None:
    answers = [(town, when - 1) for town, when in ATTACKS]

    result = precedence(orders_of(answers), events_of(ATTACKS))

    assert (True, Conclusion.NOT_CHANCE) == (result.gates_hold, result.verdict)
    assert CatalogueDoubt.EARLIER in result.failed_doubts
    assert CatalogueDoubt.NO_FIRST_DAY in result.failed_doubts
    assert "does not hold with all events a day earlier" in verdict_sentence(result)


def test_the_own_town_comes_first_and_has_most_of_alpha_where_both_radii_can_be_tested() -> None:
    both = precedence(orders_of(FORESEEN), events_of(ATTACKS))
    # The catalogue has each town 5 km farther north: only the wider radius knows the place.
    moved = [row | {"lat": float(str(row["lat"])) + 0.045} for row in event_rows([(90, 0), *ATTACKS, *ELSEWHERE, (90, 399)])]
    wide = precedence(orders_of(FORESEEN), read_events(moved))

    assert [(1.0, 0.0475), (10.0, 0.0025)] == [(at.radius_km, at.level) for at in both.family]
    assert (1.0, Conclusion.BEFORE) == (both.radius_km, both.verdict)
    assert [(1.0, 0.05), (10.0, 0.05)] == [(at.radius_km, at.level) for at in wide.family]
    assert (10.0, Conclusion.BEFORE) == (wide.radius_km, wide.verdict)


def test_beside_nothing_stands_the_power_and_beside_a_finding_what_would_undo_it() -> None:
    found, nothing = (precedence(orders_of(orders), events_of(ATTACKS)) for orders in (FORESEEN, [(t, w + 1) for t, w in ATTACKS]))

    assert ((), None) == (found.power, nothing.shaken)
    assert [0.2, 0.4] == [power.share for power in nothing.power]
    assert all(0 <= power.before <= power.found <= 1 and power.could_be_followed == 10 for power in nothing.power)
    assert nothing.power[0].found < nothing.power[1].found
    assert found.shaken is not None
    assert found.shaken.gamma is not None
    assert found.shaken.gamma > 2
    assert found.shaken.file_drawer is not None


def test_events_that_may_have_been_days_earlier_take_a_finding_away() -> None:
    rows = event_rows([(90, 0), *ATTACKS, *ELSEWHERE, (90, 399)])
    doubtful = [
        row | {"date_earliest": day(when - 4), "date_latest": day(when)} for row, (_, when) in zip(rows[1:11], ATTACKS, strict=True)
    ]

    result = precedence(orders_of(FORESEEN), read_events([rows[0], *doubtful, *rows[11:]]))

    assert not result.before
    assert result.worst.calendar > 0.05 > result.base.calendar


def test_a_doubt_that_turns_nothing_leaves_the_verdict() -> None:
    middle = [(town, when - 4) for town, when in ATTACKS]

    result = precedence(orders_of(middle, doubt=1), events_of(ATTACKS))

    assert (Conclusion.BEFORE, ()) == (result.verdict, result.dates.deciding)
    assert result.p_calendar <= result.worst.calendar


def test_a_month_is_no_date_and_orders_outside_of_what_was_seen_are_counted() -> None:
    orders = [*order_rows(FORESEEN), {**order_rows([(0, 100)], doubt=15)[0], "id": "month"}, {**order_rows([(0, 3)])[0], "id": "early"}]

    result = precedence(read_orders(orders), events_of(ATTACKS))

    assert (12, 10, 2) == (result.n_orders, result.n_used, sum(result.unused.values()))
    assert any("month" in reason for reason in result.unused)


def test_nothing_usable_is_an_answer_with_every_row_counted() -> None:
    result = precedence(orders_of([(0, 1)]), events_of(ATTACKS))

    assert (Conclusion.TOO_LITTLE, 0, {"outside of what the catalogue has seen": 1}) == (result.verdict, result.n_used, result.unused)


def test_one_order_is_too_little() -> None:
    assert Conclusion.TOO_LITTLE is precedence(orders_of(FORESEEN[:1]), events_of(ATTACKS)).verdict


def test_a_place_that_may_be_two_takes_what_follows_at_either_for_itself_and_its_reference() -> None:
    row = order_rows(FORESEEN[:1])[0] | {"lat": "30|30.5", "lon": "40|40"}

    (order,) = precedence(read_orders([row]), events_of(ATTACKS)).per_order

    assert order.hit
    assert pytest.approx(14 / 61) == order.chance


@pytest.mark.parametrize(
    ("setup", "told"),
    [
        (Setup(window=(0, 7)), "day 1"),
        (Setup(window=(5, 3)), "before it begins"),
        (Setup(reach=6), "shorter than the window"),
        (Setup(onset=-1), "0 or more"),
        (Setup(radii_km=(1e9,)), "radius"),
        (Setup(radii_km=()), "radius"),
        (Setup(radii_km=(5, 5)), "stands twice"),
    ],
)
def test_choices_that_contradict_one_another_are_refused(setup: Setup, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        precedence(orders_of(FORESEEN), events_of(ATTACKS), setup=setup)


def test_swapped_coordinates_are_told() -> None:
    rows = [{**row, "lat": row["lon"], "lon": row["lat"]} for row in order_rows(FORESEEN)]

    with pytest.raises(UsageError, match="swapped"):
        precedence(read_orders(rows), events_of([(town * 0, when) for town, when in ATTACKS]))


def test_the_same_input_gives_the_same_answer_and_the_seed_moves_only_what_is_drawn() -> None:
    first, again, other = (precedence(orders_of(FORESEEN), events_of(ATTACKS), seed=seed) for seed in (1, 1, 2))

    assert first == again
    assert (first.base, first.worst, first.verdict) == (other.base, other.worst, other.verdict)


@pytest.mark.slow
def test_a_share_of_two_in_five_is_estimated_without_bias() -> None:
    rng = np.random.default_rng(11)
    world = make_world(rng, towns=60)
    events = _events(world)
    shares = [precedence(_drawn(np.random.default_rng(seed), world, coordinated=0.4), events).share for seed in range(20)]

    assert pytest.approx(0.4, abs=0.05) == np.mean(shares)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "calendar", "before"),
    [
        ("homogeneous", 0.1, 0.05),
        ("phase45", 0.1, 0.05),
        ("phase30", 0.1, 0.05),
        ("reactive", 0.1, 0.05),
        ("lull7", 1.0, 0.1),
        ("phase10", 1.0, 0.05),
    ],
)
def test_orders_by_people_who_knew_nothing_are_seldom_called_before(kind: str, calendar: float, before: float) -> None:
    """A hundred draws: bounds leave room for chance; the benchmark draws a thousand."""
    world = make_world(np.random.default_rng(5), towns=60)
    events, setup = _events(world), Setup().at(1)
    found, naively = [], []
    for seed in range(100):
        placed, _ = place_orders(_drawn(np.random.default_rng(seed), world, kind=kind), events, setup)
        labels = groupings([""] * len(placed.orders), placed.points, placed.middle, radius_km=setup.radius_km)
        bundles = {name: placed.in_groups(label)[0] for name, label in labels.items()}
        ground = ground_of(placed.sites, placed.candidates, events, setup)
        found.append(passed(bundles, ground, setup, level=0.05, alpha=0.05))
        naively.append(any_day(placed.tables.there, placed.row, placed.middle, setup.window, (placed.tables.first, placed.tables.last)))

    assert np.mean([each.calendar for each in found]) <= calendar
    assert np.mean([each.before for each in found]) <= before
    if kind == "phase30":
        assert np.mean(np.array(naively) <= 0.05) > 0.5


def _drawn(rng: np.random.Generator, world: World, *, kind: str = "phase45", coordinated: float = 0.0) -> tuple[Order, ...]:
    orders = draw_orders(rng, world, kind=kind, coordinated=coordinated, usable=(30, world.span - 10))
    rows = [
        {"id": str(n), "date_earliest": (dt.date(2031, 1, 1) + dt.timedelta(d)).isoformat(), "lat": world.lat[t], "lon": world.lon[t]}
        for n, (t, d) in enumerate(orders)
    ]
    return read_orders(rows)


def _events(world: World) -> Events:
    points = Points(world.lat[world.town], world.lon[world.town])
    last = dt.date(2031, 1, 1) + dt.timedelta(world.span - 1)
    return Events(dt.date(2031, 1, 1), last, points, world.day.astype(np.int64), len(world.day), {})


@settings(max_examples=20)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 399)), max_size=12), st.integers(0, 3))
def test_counts_of_rows_add_up_and_chances_are_chances(orders: list[tuple[int, int]], doubt: int) -> None:
    if not orders:
        return
    result = precedence(orders_of(orders, doubt=doubt), events_of(ATTACKS))

    assert result.n_orders == result.n_used + sum(result.unused.values()) == len(orders)
    for chances in (result.base, result.worst, *result.by_grouping.values()):
        assert all(0 < p <= 1 for p in dataclasses.astuple(chances))
    assert result.worst.calendar >= result.base.calendar - 1e-12
    assert 0 <= result.share <= 1
