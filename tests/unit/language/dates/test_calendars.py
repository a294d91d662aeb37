"""Days of calendars that no tables hold."""

import datetime as dt

import pytest

from kashf.domain.date import Calendar
from kashf.language.dates.calendars import NamedDay, day_range
from kashf.language.dates.find_dates import find_dates


@pytest.mark.parametrize(
    ("year", "month", "day", "gregorian"),
    [
        (1330, 3, 3, "1914-03-16"),
        (1325, 2, 1, "1910-02-14"),
        (1332, 2, 15, "1917-02-28"),
        (1333, 3, 1, "1917-03-01"),
        (1340, 1, 5, "1924-01-05"),
    ],
)
def test_a_rumi_day_is_that_of_the_julian_year_until_1917(year: int, month: int, day: int, gregorian: str) -> None:
    found = day_range(NamedDay(Calendar.RUMI, year, month, day))

    assert found is not None
    assert dt.date.fromisoformat(gregorian) == found.first == found.last


def test_a_hijri_day_before_the_tables_is_reckoned_with_two_days_of_doubt() -> None:
    found = day_range(NamedDay(Calendar.HIJRI, 1317, 4, 26))

    assert found is not None
    assert (dt.date(1899, 9, 1), dt.date(1899, 9, 5)) == (found.first, found.last)
    assert 5 == len(found.weights)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("12 Haziran 1327 tarihli yazı", "1911-06-25"),
        ("في ٥ آب سنة ١٣٣٠ رومية", "1914-08-18"),
        ("سنة ١٣٣٣ هجرية", "[1914-11-17..1915-11-10]"),
        ("سنة 61 للهجرة", "[0680-10-02..0681-09-24]"),
        ("في ٧ تموز ١٧٩٨ م", "1798-07-07"),
    ],
)
def test_days_of_old_papers_are_found(text: str, edtf: str) -> None:
    assert [edtf] == [place.date.edtf() for place in find_dates(text)]
