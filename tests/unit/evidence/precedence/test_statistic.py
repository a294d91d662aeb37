import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kashf.evidence.precedence import statistic
from kashf.evidence.precedence.exact import convolve_all, sign_flip, tail
from kashf.evidence.precedence.grid import Points
from kashf.evidence.precedence.statistic import FEWEST_MATCHED, calendar, direction, matched, worst_case, worst_direction
from kashf.evidence.precedence.tables import GroupedOrders, Setup, SiteTables, grouped, site_tables

SPAN, SETUP = 60, Setup(window=(1, 3), reach=6, onset=4, radii_km=(1,))
REACH = SETUP.reach
#: Two towns, far from one another.
SITES = Points(np.array([30.0, 31.0]), np.array([40.0, 40.0]))


def _field(events: list[tuple[int, int]]) -> SiteTables:
    town = np.array([t for t, _ in events], dtype=np.int64)
    days = np.array([d for _, d in events], dtype=np.int64)
    return site_tables(SITES, Points(SITES.lat[town], SITES.lon[town]), days, span=SPAN, setup=SETUP)


def _orders(orders: list[tuple[int, int, int, int]]) -> GroupedOrders:
    """Return orders given as (town, earliest day, days of doubt, group)."""
    town, first, doubt, group = (np.array(column, dtype=np.int64) for column in zip(*orders, strict=True))
    return grouped(town, first, first + doubt, group)[0]


EVENTS = st.lists(st.tuples(st.integers(0, 1), st.integers(0, SPAN - 1)), min_size=1, max_size=14)
FIRST, LAST = SETUP.onset + SETUP.window[1], SPAN - 1 - SETUP.window[1]
EXACT = st.lists(st.tuples(st.integers(0, 1), st.integers(FIRST, LAST), st.just(0), st.integers(0, 3)), min_size=1, max_size=6)
DOUBTFUL = st.lists(
    st.tuples(st.integers(0, 1), st.integers(FIRST, LAST - 3), st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=4
)


def _by_hand(orders: GroupedOrders, days: list[int], tables: SiteTables, *, is_matched: bool) -> float:
    """Return p by going through every combination of shifts of the groups, as the definition says."""
    choices, observed = [], 0
    for members in orders.members():
        followed = []
        for shift in range(-REACH, REACH + 1):
            at = [(int(orders.row[member]), days[member] + shift) for member in members]
            is_seen = all(tables.first <= day <= tables.last for _, day in at)
            if is_seen and is_matched:
                is_seen = all(
                    tables.recency[row, day] == tables.recency[row, days[member]] for (row, day), member in zip(at, members, strict=True)
                )
            if is_seen:
                followed.append(sum(int(tables.after[row, day]) for row, day in at))
        if len(followed) >= (FEWEST_MATCHED if is_matched else 1):
            choices.append(followed)
            observed += sum(int(tables.after[orders.row[member], days[member]]) for member in members)
    sums = np.zeros(1)
    for followed in choices:
        sums = np.add.outer(sums, followed).ravel()
    return float((sums >= observed).mean())


@settings(max_examples=60, deadline=None)
@given(EVENTS, EXACT)
def test_both_calendar_tests_are_what_their_definition_says(events: list[tuple[int, int]], orders: list[tuple[int, int, int, int]]) -> None:
    tables, placed = _field(events), _orders(orders)
    days = placed.earliest

    assert pytest.approx(_by_hand(placed, days.tolist(), tables, is_matched=False)) == calendar(placed, days, tables, reach=REACH).chance
    assert pytest.approx(_by_hand(placed, days.tolist(), tables, is_matched=True)) == matched(placed, days, tables, reach=REACH).chance


@settings(max_examples=60, deadline=None)
@given(EVENTS, EXACT)
def test_direction_counts_onsets_after_less_onsets_before(events: list[tuple[int, int]], orders: list[tuple[int, int, int, int]]) -> None:
    tables, placed = _field(events), _orders(orders)
    first, last = SETUP.window

    def began(row: int, low: int, high: int) -> int:
        return int(any(tables.began[row, day] for day in range(max(0, low), min(SPAN, high + 1))))

    expected = [
        sum(
            began(row, day + first, day + last) - began(row, day - last, day - first)
            for row, day in zip(placed.row[members], placed.earliest[members], strict=True)
        )
        for members in placed.members()
    ]

    assert expected == direction(placed, placed.earliest, tables)


def _worst_by_hand(orders: GroupedOrders, tables: SiteTables, *, is_matched: bool) -> float:
    spans = [range(first, last + 1) for first, last in zip(orders.earliest, orders.latest, strict=True)]
    test = matched if is_matched else calendar
    return max(test(orders, np.array(days), tables, reach=REACH).chance for days in itertools.product(*spans))


@pytest.mark.parametrize("is_matched", [False, True])
@pytest.mark.parametrize("tried", [0, 5_000])
@settings(max_examples=60, deadline=None)
@given(events=EVENTS, orders=DOUBTFUL)
def test_the_worst_case_is_never_below_that_of_any_admissible_dates(
    events: list[tuple[int, int]], orders: list[tuple[int, int, int, int]], is_matched: bool, tried: int
) -> None:
    """Both where all dates of a group are gone through and where there are too many and a bound is taken."""
    tables, placed = _field(events), _orders(orders)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(statistic, "_MOST_TRIED", tried)
        pmfs, needed = worst_case(placed, tables, reach=REACH, matched=is_matched)

    assert tail(convolve_all(pmfs), sum(needed)) >= _worst_by_hand(placed, tables, is_matched=is_matched) - 1e-9
    assert all(pytest.approx(1) == pmf.sum() and (pmf >= -1e-12).all() for pmf in pmfs)


@pytest.mark.parametrize("is_matched", [False, True])
@settings(max_examples=60, deadline=None)
@given(events=EVENTS, orders=DOUBTFUL)
def test_for_one_group_the_worst_case_is_that_of_its_worst_dates(
    events: list[tuple[int, int]], orders: list[tuple[int, int, int, int]], is_matched: bool
) -> None:
    tables, placed = _field(events), _orders([(*order[:3], 0) for order in orders])

    pmfs, needed = worst_case(placed, tables, reach=REACH, matched=is_matched)

    assert pytest.approx(_worst_by_hand(placed, tables, is_matched=is_matched)) == tail(convolve_all(pmfs), sum(needed))


@settings(max_examples=60, deadline=None)
@given(EVENTS, DOUBTFUL)
def test_the_worst_direction_is_that_of_the_worst_dates(events: list[tuple[int, int]], orders: list[tuple[int, int, int, int]]) -> None:
    tables, placed = _field(events), _orders(orders)
    spans = [range(first, last + 1) for first, last in zip(placed.earliest, placed.latest, strict=True)]

    worst = max(sign_flip(direction(placed, np.array(days), tables)) for days in itertools.product(*spans))

    assert pytest.approx(worst) == sign_flip(worst_direction(placed, tables))


@pytest.mark.parametrize(("tried", "at_most"), [(5_000, 2 / 7), (0, 3 / 8)])
def test_near_the_end_of_the_catalogue_dates_differ_in_how_many_they_are_compared_with(tried: int, at_most: float) -> None:
    """The order has 8 reference dates on its first day and 7 on its last, 2 of them followed; the bound takes 3 shifts for followed."""
    placed = _orders([(0, LAST - 1, 1, 0)])

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(statistic, "_MOST_TRIED", tried)
        pmfs, needed = worst_case(placed, _field([(0, LAST + 2)]), reach=REACH, matched=False)

    assert pytest.approx(at_most) == tail(convolve_all(pmfs), sum(needed))


def test_without_orders_there_is_nothing_to_be_surprised_at() -> None:
    nobody = GroupedOrders(*(np.zeros(0, dtype=np.int64) for _ in range(4)))

    null = calendar(nobody, nobody.middle, _field([(0, 20)]), reach=REACH)

    assert (1.0, []) == (null.chance, null.informative())
    assert [] == direction(nobody, nobody.middle, _field([(0, 20)]))


def test_a_group_with_few_dates_of_its_own_class_is_left_out_of_the_matched_test_only() -> None:
    tables = _field([(0, day) for day in (12, 20, 28, 36)])
    placed = _orders([(0, 24, 0, 0)])
    few = int((tables.recency[0, 18:31] == tables.recency[0, 24]).sum())

    null = matched(placed, placed.earliest, tables, reach=1)

    assert few >= FEWEST_MATCHED
    assert ((), 1.0) == (null.pmfs, null.chance)
    assert (3,) == calendar(placed, placed.earliest, tables, reach=1).dates


def test_a_group_that_could_come_out_in_one_way_only_says_nothing() -> None:
    placed = _orders([(0, 30, 0, 0), (1, 30, 0, 1)])

    null = calendar(placed, placed.earliest, _field([(0, 32)]), reach=REACH)

    assert [0] == null.informative()
    assert (1, 0) == null.observed
