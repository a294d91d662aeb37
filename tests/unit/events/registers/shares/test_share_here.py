"""Which share of a series is here."""

from random import Random

import pytest

from kashf.events.registers.shares.share_here import share_here


@pytest.mark.parametrize(("length", "survives"), [(12, 0.3), (12, 0.8), (80, 0.1), (80, 0.5), (400, 0.9)])
def test_nine_of_ten_bounds_hold(length: int, survives: float) -> None:
    held = tried = 0
    for seed in range(600):
        chance = Random(f"{seed}/{length}/{survives}")
        seen = [serial for serial in range(1, length + 1) if chance.random() < survives]
        if len(seen) > 1:
            share = share_here(len(seen), len(seen), seen[0], seen[-1])
            tried += 1
            held += share.low <= len(seen) / length <= share.high

    assert tried > 400
    assert held / tried >= 0.9


def test_numbers_that_are_cited_make_the_series_longer_but_are_not_here() -> None:
    share = share_here(5, 6, 1, 40)

    assert (5, 40, 5 / 40) == (share.here, share.fewest, share.high)


def test_one_number_says_nothing_of_how_long_its_series_is() -> None:
    share = share_here(1, 1, 500, 500)

    assert (None, 0.0, 1.0) == (share.most, share.low, share.high)


def test_a_whole_series_is_here() -> None:
    assert share_here(200, 200, 1, 200).low > 0.97


def test_a_hundred_thousand_numbers_with_one_far_away_are_counted_in_no_time() -> None:
    assert share_here(100_000, 100_000, 1, 9_999_999).most is not None
