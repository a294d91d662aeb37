"""Days as they are written."""

from __future__ import annotations

import pytest

from kashf.language.forms.written_dates import written_dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("25/10/2014", "2014-10-25"),
        ("10/25/2014", "2014-10-25"),
        ("5.3.14", "2014-03-05"),
        ("25th of October 2014", "2014-10-25"),
        ("October 25, 2014", "2014-10-25"),
        ("25 octobre 2014", "2014-10-25"),
        ("25 تشرين الأول / أكتوبر 2014", "2014-10-25"),
        ("١ محرّم ١٤٣٦".replace("ّ", ""), "1436-01-01"),
        ("3 ramadan 1435", "1435-09-03"),
    ],
)
def test_a_day_is_read_in_the_form_in_which_it_is_looked_for(text: str, day: str) -> None:
    assert [day] == [word.folded for word in written_dates(text)]


@pytest.mark.parametrize("text", ["12/13/14/15", "31/31/2014", "192.168.1.10", "1/2", "في ١٢ رجلا", "may 3"])
def test_what_names_no_day_is_none(text: str) -> None:
    assert [] == list(written_dates(text))
