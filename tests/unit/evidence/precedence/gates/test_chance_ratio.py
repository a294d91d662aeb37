"""What a p is worth at most against chance."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.evidence.precedence.gates.chance_ratio import chance_ratio


@given(st.floats(1e-12, 1), st.floats(1e-12, 1))
def test_a_smaller_p_is_worth_as_much_or_more_and_never_more_than_its_inverse(one: float, other: float) -> None:
    low, high = sorted((one, other))

    assert 1 <= chance_ratio(high) <= chance_ratio(low) + 1e-9
    assert chance_ratio(low) <= 1 / low + 1e-9


def test_at_1_over_e_it_begins_to_be_worth_anything() -> None:
    assert pytest.approx(1) == chance_ratio(1 / math.e)
    assert 1 == chance_ratio(1)


@pytest.mark.parametrize("p", [0, -0.1, 1.01, math.nan])
def test_what_is_no_p_is_refused(p: float) -> None:
    with pytest.raises(ValueError, match="a p lies"):
        chance_ratio(p)
