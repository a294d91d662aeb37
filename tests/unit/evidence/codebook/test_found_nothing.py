from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.errors import BadEvidenceError
from kashf.evidence.codebook.found_nothing import found_bound


@pytest.mark.parametrize("looked_at", [1, 10, 59, 300])
def test_nothing_found_bounds_a_share_as_the_closed_form_says(looked_at: int) -> None:
    assert pytest.approx(1 - 0.05 ** (1 / looked_at), abs=1e-9) == found_bound(0, looked_at).most_share


@given(st.integers(1, 40), st.data())
def test_the_bound_of_a_pile_is_the_most_that_such_a_sample_does_not_refuse(of: int, data: st.DataObject) -> None:
    looked_at = data.draw(st.integers(1, of))
    found = data.draw(st.integers(0, looked_at))

    def at_most(there: int) -> float:
        counts = (k for k in range(min(found, there) + 1) if looked_at - k <= of - there)
        ways = sum(math.comb(there, k) * math.comb(of - there, looked_at - k) for k in counts)
        return ways / math.comb(of, looked_at)

    most = found_bound(found, looked_at, of=of).most

    assert most == max(there for there in range(found, of - (looked_at - found) + 1) if at_most(there) > 0.05 + 1e-12 or there == found)


def test_whoever_looked_at_all_knows() -> None:
    assert (0, 3) == (found_bound(0, 20, of=20).most, found_bound(3, 20, of=20).most)


@pytest.mark.parametrize("given_numbers", [(2, 1, None), (0, 0, None), (0, 5, 4), (-1, 3, None)])
def test_numbers_that_are_no_sample_are_refused(given_numbers: tuple[int, int, int | None]) -> None:
    with pytest.raises(BadEvidenceError, match="a sample finds no more"):
        found_bound(given_numbers[0], given_numbers[1], of=given_numbers[2])
