from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kashf.domain.date import FuzzyDate
from kashf.evidence.codebook.earliest_certain import EarliestCertain, earliest_certain


def test_the_earliest_sure_day_is_the_first_last_day() -> None:
    told = earliest_certain([FuzzyDate.parse("2014"), FuzzyDate.parse("2014-03-02"), FuzzyDate.parse("2014-03")])

    assert EarliestCertain(dt.date(2014, 3, 2), 1, dt.date(2014, 1, 1), 0) == told


def test_a_derived_date_judges_nothing_and_an_open_one_settles_nothing() -> None:
    derived = replace(FuzzyDate.parse("2013-01-01"), is_derived=True)

    assert EarliestCertain(dt.date(2014, 12, 31), 2, dt.date(2014, 1, 1), 2) == earliest_certain(
        [derived, FuzzyDate.parse("2015-01.."), FuzzyDate.parse("2014")]
    )


def test_nothing_dated_says_nothing() -> None:
    assert EarliestCertain(None, None, None, 0) == earliest_certain([])
    assert None is earliest_certain([FuzzyDate.parse("..2014"), FuzzyDate.parse("2014-05")]).maybe_from
