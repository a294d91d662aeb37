"""Days in the form in which they are looked for."""

from __future__ import annotations

import pytest

from kashf.language.forms.day_words import likeliest_days, possible_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("25/10/2014", ["2014-10-25"]),
        ("10/25/2014", ["2014-10-25"]),
        ("5.3.14", ["2014-03-05", "2014-05-03"]),
        ("25th of October 2014", ["2014-10-25"]),
        ("October 25, 2014", ["2014-10-25"]),
        ("25 octobre 2014", ["2014-10-25"]),
        ("25 تشرين الأول / أكتوبر 2014", ["2014-10-25"]),
        ("٢٠ محرّم ١٤٣٥", ["2013-11-22", "2013-11-23", "2013-11-24"]),
        ("20/1/1435", ["2013-11-22", "2013-11-23", "2013-11-24"]),
    ],
)
def test_a_day_is_looked_for_in_each_form_that_it_may_have(text: str, days: list[str]) -> None:
    assert days == [word.folded for word in possible_days(text)]


@pytest.mark.parametrize("text", ["12/13/14/15", "31/31/2014", "192.168.1.10", "1/2", "في ١٢ رجلا", "may 3", "November 2014"])
def test_what_names_no_day_is_none(text: str) -> None:
    assert [] == list(possible_days(text))


@pytest.mark.parametrize(("text", "day"), [("3/4/2014", "2014-04-03"), ("4/25/2014", "2014-04-25"), ("٢٠ محرم ١٤٣٥", "2013-11-23")])
def test_where_one_day_is_wanted_the_likeliest_is_taken(text: str, day: str) -> None:
    assert [day] == [word.folded for word in likeliest_days(text)]
