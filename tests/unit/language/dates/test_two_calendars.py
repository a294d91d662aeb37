"""Two wordings of one day in two calendars."""

import pytest

from kashf.language.dates.find_dates import find_dates


@pytest.mark.parametrize(
    ("text", "classed", "edtf"),
    [
        ("20/1/1435هـ الموافق 23/11/2013م", "same", "2013-11-23"),
        ("20 محرم 1435 الموافق 24 تشرين الثاني 2013", "one-day", "2013-11-24"),
        ("20 محرم 1435 هـ - 22/11/2013 م", "one-day", "2013-11-22"),
        ("20/1/1435 (25/11/2013)", "two-days", "2013-11-25"),
        ("20 محرم 1435 الموافق 23 كانون الأول 2013", "slip-month", "[2013-11-22..2013-11-24,2013-12-23]"),
        ("20 محرم 1435 الموافق 12 تشرين الثاني 2014", "slip-year", "[2013-11-22..2013-11-24,2014-11-12]"),
        ("20 محرم 1435 الموافق 5 كانون الأول 2013", "slip-days", "[2013-11-22..2013-11-24,2013-12-05]"),
        ("4 ربيع الأول 1435 الموافق 1 أيار 2014", "slip-day-and-month", "[2014-01-04..2014-01-06,2014-05-01]"),
        ("20 محرم 1435 الموافق 3 تشرين الثاني 2013", "unexplained", "[2013-11-03,2013-11-22..2013-11-24]"),
    ],
)
def test_how_far_two_calendars_are_apart_is_told_in_classes(text: str, classed: str, edtf: str) -> None:
    (place,) = find_dates(text)

    assert (classed, edtf) == (place.agreement["class"], place.date.edtf())


def test_the_weekday_decides_between_two_calendars_that_do_not_agree() -> None:
    (place,) = find_dates("20 محرم 1435 الموافق الاثنين 23 كانون الأول 2013")

    assert ("slip-month", "2013-12-23", "fits") == (place.agreement["class"], place.date.edtf(), place.weekday)


def test_a_conversion_in_square_brackets_is_no_evidence() -> None:
    (place,) = find_dates("20 Muharram 1435 [24 November 2013]")

    assert ("translators-conversion", "[2013-11-22..2013-11-24]") == (place.agreement["class"], place.date.edtf())


def test_a_note_says_how_common_a_difference_is() -> None:
    (place,) = find_dates("20 محرم 1435 الموافق 24 تشرين الثاني 2013")

    assert "18 of 585" in str(place.agreement["note"])


@pytest.mark.parametrize("text", ["20 محرم 1435 ثم خرجوا 24 تشرين الثاني 2013", "20 محرم 1435، 3 أيار 1990", "5/1/2014 (6/1/2014)"])
def test_two_days_that_nothing_joins_are_two(text: str) -> None:
    assert [{}, {}] == [dict(place.agreement) for place in find_dates(text)]
