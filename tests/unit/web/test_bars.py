"""Months as bars: every month has its place, and a long time is drawn by year."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.web.bars import MOST_BARS, Bar, bars, between


def chosen(time: str) -> tuple[str, bool]:
    return f"/there?month={time}", time == "2014-10"


def test_months_without_anything_have_their_place_and_the_largest_is_the_highest() -> None:
    assert (
        Bar("2014-08", 1, 1, 25.0, "/there?month=2014-08", is_chosen=False),
        Bar("2014-09", 0, 11, 0.0, "/there?month=2014-09", is_chosen=False),
        Bar("2014-10", 4, 21, 100.0, "/there?month=2014-10", is_chosen=True),
    ) == bars({"2014-10": 4, "2014-08": 1}, chosen)


def test_a_long_time_is_drawn_by_year() -> None:
    drawn = bars({"2001-05": 1, "2001-07": 2, "2014-10": 4}, chosen)

    assert [f"{year}" for year in range(2001, 2015)] == [bar.value for bar in drawn]
    assert (3, 4) == (drawn[0].number, drawn[-1].number)


@pytest.mark.parametrize("untrusted", ["", "2014", "2014-13", "0000-00", "yesterday", "2014-10-05"])
def test_what_is_no_month_is_not_drawn(untrusted: str) -> None:
    assert () == bars({untrusted: 3}, chosen)
    assert 1 == len(bars({untrusted: 3, "2014-10": 1}, chosen))


@given(st.dictionaries(st.from_regex(r"[0-9]{4}-(0[1-9]|1[0-2])", fullmatch=True), st.integers(1, 9), min_size=1))
def test_there_are_never_more_bars_than_can_be_drawn(counts: dict[str, int]) -> None:
    drawn = bars(counts, chosen)

    assert 1 <= len(drawn) <= MOST_BARS
    assert sum(counts.values()) >= sum(bar.number for bar in drawn)
    assert 100 == max(bar.height for bar in drawn)


def test_months_run_over_the_end_of_a_year() -> None:
    assert ["2014-11", "2014-12", "2015-01"] == between("2014-11", "2015-01")
