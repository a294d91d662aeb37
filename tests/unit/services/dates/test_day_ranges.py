from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.domain.date import FuzzyDate
from kashf.services.dates.day_ranges import may_be, surely_is


@pytest.mark.parametrize(
    ("date", "within", "may", "surely"),
    [
        ("2014-11", "2014-11-20..", True, False),
        ("2014-11-20", "2014-11", True, True),
        ("2014", "2015", False, False),
        ("..2014-03", "2014-01..2014-12", True, False),
    ],
)
def test_a_date_in_doubt_may_lie_where_some_of_its_days_do_and_surely_does_where_all_do(
    date: str, within: str, may: bool, surely: bool
) -> None:
    asked = FuzzyDate.parse(within)

    assert (may, surely) == (may_be(FuzzyDate.parse(date), asked), surely_is(FuzzyDate.parse(date).day_numbers(), asked))


def test_days_that_are_ruled_out_between_two_readings_are_none() -> None:
    read = FuzzyDate.parse("2014-03-04..2014-04-03")
    either = replace(read, weights=(1, *(0,) * 29, 1))

    assert not may_be(either, FuzzyDate.parse("2014-03-15"))
    assert may_be(either, FuzzyDate.parse("2014-04"))
