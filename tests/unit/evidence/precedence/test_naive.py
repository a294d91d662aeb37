import numpy as np
import pytest

from kashf.evidence.precedence import naive
from kashf.evidence.precedence.catalogue import Points


def test_event_coincidence_gives_the_published_figures() -> None:
    assert pytest.approx(0.143512, abs=5e-7) == naive.hit_chance(8, days=365, width=7)
    assert pytest.approx(0.043323, abs=5e-7) == naive.poisson_coincidence(8, 10, days=365, width=7, at_least=4)
    assert pytest.approx(0.064380, abs=5e-7) == naive.poisson_coincidence(8, 10, days=365, width=8, at_least=4)


def test_knox_counts_pairs_near_in_both_once_and_leaves_its_arguments_alone() -> None:
    xy, days = np.array([[0.0, 0], [1, 0], [50, 0], [51, 0]]), np.array([0.0, 1, 0, 90])
    before = days.copy()

    count, expected, chance = naive.knox_plane(xy, days, near=5, near_days=3)

    assert (1, 2 * 3 / 6) == (count, expected)
    assert pytest.approx(1 - np.exp(-1)) == chance
    assert (before == days).all()
    assert naive.knox_plane(xy, days, near=5, near_days=3) == (count, expected, chance)


def test_the_chance_of_as_many_pairs_holds_the_pairs_themselves() -> None:
    assert pytest.approx(0.222267, abs=5e-7) == naive.poisson_tail(13, 10.143816)
    assert 1.0 == naive.poisson_tail(0, 3.0)
    assert (1.0, 0.0) == (naive.poisson_tail(0, 0.0), naive.poisson_tail(1, 0.0))


def test_knox_on_the_earth_measures_kilometres() -> None:
    points = Points(np.array([34.0, 34.05, 35.0]), np.array([38.0, 38.0, 38.0]))

    count, _, _ = naive.knox(points, np.array([0, 2, 1]), near_km=10, near_days=3)

    assert 1 == count


def test_mantel_is_the_correlation_of_reciprocals() -> None:
    assert pytest.approx(1.0) == naive.mantel(np.array([0.0, 1, 9]), np.array([0.0, 1, 9]))


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
