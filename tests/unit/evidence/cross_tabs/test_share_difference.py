from itertools import product
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kashf.evidence.cross_tabs.share_difference import Share, difference_interval

SHARES = st.integers(1, 60).flatmap(lambda of: st.builds(Share, st.integers(0, of), st.just(of)))


@settings(max_examples=30)
@given(SHARES, SHARES)
def test_the_interval_holds_the_difference_that_was_seen(left: Share, right: Share) -> None:
    low, high = difference_interval(left, right)

    assert -1 <= low <= left.value - right.value <= high <= 1


@settings(max_examples=30)
@given(SHARES, SHARES)
def test_the_interval_of_the_opposite_difference_is_its_mirror(left: Share, right: Share) -> None:
    low, high = difference_interval(left, right)

    assert difference_interval(right, left) == pytest.approx((-high, -low), abs=2e-6)


@pytest.mark.parametrize("sizes", [(4, 7), (5, 5), (2, 11)])
def test_the_interval_holds_the_true_difference_as_often_as_it_says_whatever_the_shares(sizes: tuple[int, int]) -> None:
    of, other_of = sizes
    counts = list(product(range(of + 1), range(other_of + 1)))
    bounds = {(x, y): difference_interval(Share(x, of), Share(y, other_of)) for x, y in counts}

    for p, q in product((0.02, 0.1, 0.27, 0.5, 0.73, 0.9, 0.98), repeat=2):
        held = sum(_chance(x, of, p) * _chance(y, other_of, q) for (x, y), (low, high) in bounds.items() if low <= p - q <= high)
        assert held >= 0.95


def test_a_share_is_of_something_and_no_more_than_all() -> None:
    for part, of in ((0, 0), (3, 2), (-1, 4)):
        with pytest.raises(ValueError, match="no share"):
            Share(part, of)


def _chance(count: int, of: int, share: float) -> float:
    return comb(of, count) * share**count * (1 - share) ** (of - count)
