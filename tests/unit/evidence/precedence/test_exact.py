import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.evidence.precedence.exact import convolve_all, is_at_most, largest_tail, leave_one_out, pmf_of, sign_flip, tail

GROUPS = st.lists(st.lists(st.integers(0, 3), min_size=1, max_size=6), max_size=5)


@given(GROUPS, st.integers(-1, 16))
def test_the_tail_of_a_sum_is_that_of_all_combinations(groups: list[list[int]], at_least: int) -> None:
    sums = [sum(choice) for choice in itertools.product(*groups)]

    chance = tail(convolve_all([pmf_of(np.array(group), most=3) for group in groups]), at_least)

    assert pytest.approx(np.mean([total >= at_least for total in sums]), abs=1e-12) == chance


@given(GROUPS.filter(bool), st.data())
def test_leaving_one_out_is_the_sum_of_the_others(groups: list[list[int]], data: st.DataObject) -> None:
    observed = [data.draw(st.sampled_from(group)) for group in groups]
    pmfs = [pmf_of(np.array(group), most=3) for group in groups]

    expected = [tail(convolve_all(pmfs[:place] + pmfs[place + 1 :]), sum(observed) - observed[place]) for place in range(len(groups))]

    assert pytest.approx(expected, abs=1e-12) == leave_one_out(pmfs, observed)


@given(st.lists(st.integers(-4, 4), max_size=8))
def test_sign_flips_are_all_of_them(differences: list[int]) -> None:
    sums = [sum(s * d for s, d in zip(signs, differences, strict=True)) for signs in itertools.product((1, -1), repeat=len(differences))]

    assert pytest.approx(np.mean([total >= sum(differences) for total in sums]), abs=1e-12) == sign_flip(differences)


def test_no_difference_is_no_evidence() -> None:
    assert 1.0 == sign_flip([0, 0]) == sign_flip([])


@given(st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=6), min_size=1, max_size=4))
def test_the_worst_case_has_the_largest_of_every_tail(groups: list[list[int]]) -> None:
    pmfs = [pmf_of(np.array(group), most=4) for group in groups]

    worst = largest_tail(pmfs)

    for at_least in range(5):
        assert pytest.approx(max(tail(pmf, at_least) for pmf in pmfs), abs=1e-12) == tail(worst, at_least)


def test_a_tie_with_alpha_counts_whatever_the_rounding() -> None:
    assert is_at_most(0.1 + 0.2, 0.3)
    assert not is_at_most(0.3001, 0.3)


def test_the_exact_chance_is_that_of_a_hundred_thousand_draws() -> None:
    rng = np.random.default_rng(7)
    groups = [rng.integers(0, 2, size=61) for _ in range(30)]
    pmfs = convolve_all([pmf_of(group, most=1) for group in groups])
    draws = np.sum([group[rng.integers(61, size=100_000)] for group in groups], axis=0)

    for at_least in (12, 15, 18):
        assert pytest.approx((draws >= at_least).mean(), abs=0.005) == tail(pmfs, at_least)
