"""What a mark is worth is a range that always leaves room for a careful forger, and is capped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.evidence.authenticity.honest_share import HonestShare
from kashf.evidence.authenticity.mark_ratio import CAP, CarelessForger, CarelessShare, Leaning, MarkRatio, RestsOn

shares = st.integers(1, 60).flatmap(lambda of: st.builds(HonestShare, st.integers(0, of), st.just(of)))
careless = st.one_of(
    st.builds(CarelessShare.fixed, st.just(CarelessForger.ANY_WEEKDAY), st.floats(0.01, 1)),
    st.builds(CarelessShare.of_pile, st.just(CarelessForger.OTHER_OFFICES), shares),
)


@given(shares, careless)
def test_the_range_holds_one_and_stays_within_the_cap(honest: HonestShare, forged: CarelessShare) -> None:
    ratio = MarkRatio(honest, forged)

    assert 1 / CAP <= ratio.low <= 1 <= ratio.high <= CAP
    assert ratio.if_careless[0] <= ratio.if_careless[1]


@given(shares, careless, st.integers(2, 20))
def test_more_honest_papers_of_the_same_share_never_widen_the_range(honest: HonestShare, forged: CarelessShare, times: int) -> None:
    few, many = MarkRatio(honest, forged), MarkRatio(HonestShare(honest.having * times, honest.of * times), forged)

    assert few.low - 1e-9 <= many.low
    assert many.high <= few.high + 1e-9


def test_each_end_says_whose_assumption_it_is() -> None:
    fits = MarkRatio(HonestShare(20, 20), CarelessShare.fixed(CarelessForger.ANY_WEEKDAY, 1 / 7))
    fails = MarkRatio(HonestShare(0, 20), CarelessShare.fixed(CarelessForger.ANY_WEEKDAY, 6 / 7))

    assert (Leaning.FOR, RestsOn.CAREFUL, RestsOn.CARELESS) == (fits.leaning, fits.low_rests_on, fits.high_rests_on)
    assert (Leaning.AGAINST, RestsOn.CARELESS, RestsOn.CAREFUL) == (fails.leaning, fails.low_rests_on, fails.high_rests_on)
    assert (True, CAP) == (fails.is_capped, round(1 / fails.low, 9))


def test_without_a_paper_there_is_no_ratio() -> None:
    with pytest.raises(ValueError, match="no paper"):
        MarkRatio(HonestShare(0, 0, 5), CarelessShare.fixed(CarelessForger.ANY_WEEKDAY, 1 / 7))
    with pytest.raises(ValueError, match="bounds"):
        CarelessShare(CarelessForger.ANY_WEEKDAY, 0.5, 0.4)
