import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from kashf.evidence.precedence.grid import EARTH_KM, Points, hits, onsets, presence, recency


def _flags(*days: int, span: int = 40) -> NDArray[np.bool_]:
    flags = np.zeros((1, span), dtype=np.bool_)
    flags[0, list(days)] = True
    return flags


def _days(flags: NDArray[np.bool_]) -> list[int]:
    return [int(day) for day in np.flatnonzero(flags[0])]


def test_an_onset_has_no_event_in_the_days_before_it_and_the_first_days_have_none() -> None:
    assert [20] == _days(onsets(_flags(3, 20, 22, 34), quiet=14))
    assert [20, 37] == _days(onsets(_flags(3, 20, 22, 37), quiet=14))


def test_a_window_counts_both_of_its_ends_and_nothing_outside_of_the_span() -> None:
    assert [13, 14, 15, 16, 17, 18, 19] == _days(hits(_flags(20), (1, 7)))
    assert [21, 22, 23] == _days(hits(_flags(20), (-3, -1)))
    assert [33, 34, 35, 36, 37, 38] == _days(hits(_flags(39), (1, 6)))


@given(st.sets(st.integers(0, 39), max_size=12), st.integers(0, 20))
def test_onsets_are_what_their_definition_says(days: set[int], quiet: int) -> None:
    expected = [day for day in sorted(days) if day >= quiet and not any(day - back in days for back in range(1, quiet + 1))]

    assert expected == _days(onsets(_flags(*days), quiet=quiet))


def test_recency_counts_the_day_itself_and_has_a_class_for_no_event_before() -> None:
    classes = recency(_flags(5, span=80))[0]

    assert [5, 0, 0, 1, 1, 2, 2, 3, 3, 4] == [int(classes[day]) for day in (4, 5, 12, 13, 19, 20, 33, 34, 65, 66)]


def test_a_place_is_a_circle_measured_along_the_earth() -> None:
    one_km = 360 / (2 * np.pi * EARTH_KM)
    events = Points(np.array([34 + 9.9 * one_km, 34 + 10.1 * one_km, 34.0]), np.array([38.0, 38.0, 38.0]))
    sites = Points(np.array([34.0]), np.array([38.0]))

    assert [1, 3] == _days(presence(sites, events, np.array([1, 2, 3]), span=5, radius_km=10))
    assert [3] == _days(presence(sites, events, np.array([1, 2, 3]), span=5, radius_km=0))


def test_a_circle_over_the_date_line_is_one_place() -> None:
    events = Points(np.array([0.0]), np.array([-179.99]))

    assert presence(Points(np.array([0.0]), np.array([179.99])), events, np.array([0]), span=1, radius_km=5).all()


def test_no_site_is_no_row() -> None:
    nowhere = Points(np.zeros(0), np.zeros(0))

    assert (0, 7) == presence(nowhere, Points(np.array([1.0]), np.array([1.0])), np.array([0]), span=7, radius_km=5).shape


@pytest.mark.parametrize("quiet", [0, 1])
def test_with_few_quiet_days_many_events_are_onsets(quiet: int) -> None:
    assert [10, 12] == _days(onsets(_flags(10, 12), quiet=quiet))
