import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.evidence.precedence.grid import Points
from kashf.evidence.precedence.order_groups import by_place, by_region, given_groups, groupings

ORDERS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 60), st.sampled_from(["", "a", "b"])), max_size=12)


def _points(*towns: int) -> Points:
    """Return towns a fifth of a degree, 22 km, apart."""
    return Points(30 + np.array(towns, dtype=float) / 5, np.full(len(towns), 40.0))


def _sets(labels: np.ndarray) -> set[frozenset[int]]:
    return {frozenset(np.flatnonzero(labels == label).tolist()) for label in labels}


def test_a_name_on_one_order_only_is_a_group_of_one() -> None:
    assert {frozenset({0}), frozenset({1}), frozenset({2})} == _sets(given_groups(["alone", "", ""]))


def test_a_group_that_is_called_like_the_place_of_a_row_is_not_that_row() -> None:
    assert [0, 1, 2] == given_groups(["1", "", "0"]).tolist()


def test_orders_about_one_place_within_thirty_days_of_the_first_are_one_decision() -> None:
    days = np.array([0, 30, 31, 61])

    found = by_place(np.arange(4), _points(0, 0, 0, 0), days, radius_km=10)

    assert {frozenset({0, 1}), frozenset({2, 3})} == _sets(found)


def test_orders_about_one_region_within_a_week_are_one_decision() -> None:
    days = np.array([0, 6, 7, 0])

    found = by_region(np.arange(4), _points(0, 4, 0, 9), days)

    assert {frozenset({0, 1}), frozenset({2}), frozenset({3})} == _sets(found)


@given(ORDERS)
def test_what_the_table_calls_one_group_stays_one_under_every_grouping(orders: list[tuple[int, int, str]]) -> None:
    names = [name for _, _, name in orders]
    points, days = _points(*(town for town, _, _ in orders)), np.array([day for _, day, _ in orders], dtype=np.int64)

    for labels in groupings(names, points, days, radius_km=10).values():
        assert len(names) == len(labels)
        for name in {"a", "b"} & set(names):
            assert 1 == len({int(label) for label, own in zip(labels, names, strict=True) if own == name})


@given(ORDERS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter_where_days_differ(orders: list[tuple[int, int, str]], chance: random.Random) -> None:
    orders = list({day: (town, day, name) for town, day, name in orders}.values())
    shuffled = list(orders)
    chance.shuffle(shuffled)

    def found(rows: list[tuple[int, int, str]]) -> list[set[frozenset[tuple[int, int, str]]]]:
        points, days = _points(*(town for town, _, _ in rows)), np.array([day for _, day, _ in rows], dtype=np.int64)
        return [
            {frozenset(rows[place] for place in group) for group in _sets(labels)}
            for labels in groupings([name for _, _, name in rows], points, days, radius_km=10).values()
        ]

    assert found(orders) == found(shuffled)


def test_the_names_of_the_groupings_are_those_that_the_page_shows() -> None:
    assert ["given", "place", "region"] == list(groupings([""], _points(0), np.array([3]), radius_km=1))


@pytest.mark.parametrize(("km", "groups"), [(20, 3), (25, 2)])
def test_what_is_one_place_is_told_by_the_radius(km: float, groups: int) -> None:
    assert groups == len(set(by_place(np.arange(3), _points(0, 1, 5), np.array([0, 1, 2]), radius_km=km).tolist()))
