import numpy as np
import pytest

from kashf.evidence.precedence import naive
from kashf.evidence.precedence.grid import EARTH_KM, Points


def test_event_coincidence_gives_the_published_figures() -> None:
    assert pytest.approx(0.143512, abs=5e-7) == naive.hit_chance(8, days=365, width=7)
    assert pytest.approx(0.043323, abs=5e-7) == naive.poisson_coincidence(8, 10, days=365, width=7, at_least=4)
    assert pytest.approx(0.064380, abs=5e-7) == naive.poisson_coincidence(8, 10, days=365, width=8, at_least=4)


def test_the_chance_of_as_many_pairs_holds_the_pairs_themselves() -> None:
    assert pytest.approx(0.222267, abs=5e-7) == naive.poisson_tail(13, 10.143816)
    assert 1.0 == naive.poisson_tail(0, 3.0)
    assert (1.0, 0.0) == (naive.poisson_tail(0, 0.0), naive.poisson_tail(1, 0.0))


def test_mantel_is_the_correlation_over_all_pairs() -> None:
    here, there = Points(np.array([34.0, 34.0]), np.array([38.0, 39.0])), Points(np.array([34.1, 35.0, 36.0]), np.array([38.0, 38.0, 38.0]))
    days, other_days = np.array([3, 40]), np.array([4, 9, 100])
    km = np.arccos(np.clip(here.directions() @ there.directions().T, -1, 1)) * EARTH_KM

    expected = np.corrcoef((1 / (km + 1)).ravel(), (1 / (np.abs(np.subtract.outer(days, other_days)) + 1)).ravel())[0, 1]

    assert pytest.approx(expected) == naive.mantel_across(here, days, there, other_days)


def test_without_pairs_or_where_nothing_differs_there_is_no_correlation() -> None:
    nowhere, one = Points(np.zeros(0), np.zeros(0)), Points(np.array([34.0]), np.array([38.0]))

    assert naive.mantel_across(nowhere, np.zeros(0, dtype=np.int64), one, np.array([1])) is None
    assert naive.mantel_across(one, np.array([1]), one, np.array([1])) is None


def test_tests_that_know_no_phases_are_exact_on_a_small_catalogue() -> None:
    there = np.zeros((1, 10), dtype=np.bool_)
    there[0, [4, 5]] = True
    row, days = np.array([0]), np.array([3])

    assert pytest.approx(0.3) == naive.circular(there, row, days, (1, 2))  # days 2, 3 and 4 are followed
    assert pytest.approx(3 / 8) == naive.any_day(there, row, days, (1, 2), (1, 8))
    assert pytest.approx(naive.hit_chance(2, days=10, width=2)) == naive.poisson(there, row, days, (1, 2))


def test_knox_across_counts_pairs_of_an_order_and_an_event_on_either_side() -> None:
    orders, events = (
        Points(np.array([34.0, 34.0]), np.array([38.0, 39.0])),
        Points(np.array([34.01, 34.01, 36.0]), np.array([38.0, 38.0, 38.0])),
    )

    chance = naive.knox_across(orders, np.array([10, 10]), events, np.array([8, 90, 10]), near_km=5, near_days=3)

    assert pytest.approx(naive.poisson_tail(1, 2 * 4 / 6)) == chance
