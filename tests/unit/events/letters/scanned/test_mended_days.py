from __future__ import annotations

import pytest

from kashf.events.letters.scanned.mended_days import day_patterns


def _mended(line: str) -> str:
    for pattern, mended in day_patterns():
        line = pattern.sub(mended, line)
    return line


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ("28/1/2.14", "28/1/2014"),
        ("29 / 9 / 51436", "29/9/1436 هـ"),
        ("21/9/1436اه", "21/9/1436 هـ"),
        ("6/5/2014ام", "6/5/2014 م"),
        ("512/27/1436", "12/27/1436 هـ"),
        ("2015 15/7", "15/7/2015"),
        ("28 5-6 143", "1435-6-28"),
        ("3/2014/2", "2/3/2014"),
        ("18 صفر 35 514", "18 صفر 1435 هـ"),
    ],
)
def test_a_day_that_a_scan_garbled_is_put_as_people_write_it(read: str, written: str) -> None:
    assert written == _mended(read)


@pytest.mark.parametrize("line", ["3/16/104", "19/8/1436", "عدد 250 و 20", "40/50/2014", "(17) وسيارات (20)", "12345 67890", "31/12/99"])
def test_what_may_be_something_else_stays(line: str) -> None:
    assert line == _mended(line)
