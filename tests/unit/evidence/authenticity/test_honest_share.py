"""A share of honest papers has bounds that more papers of the same share never widen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.evidence.authenticity.honest_share import HonestShare


@given(of=st.integers(1, 60), data=st.data(), times=st.integers(2, 20))
def test_more_papers_of_the_same_share_never_widen_the_bounds(of: int, data: st.DataObject, times: int) -> None:
    having = data.draw(st.integers(0, of))
    low, high = HonestShare(having, of).bounds
    lower, higher = HonestShare(having * times, of * times).bounds

    assert low - 1e-9 <= lower <= having / of <= higher <= high + 1e-9


@pytest.mark.parametrize(("having", "of", "same", "unseen"), [(2, 1, 0, 0), (-1, 1, 0, 0), (0, 1, -1, 0), (0, 1, 0, 2)])
def test_what_is_no_share_is_refused(having: int, of: int, same: int, unseen: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        HonestShare(having, of, same, unseen)
