"""Seasons, quarters, decades and rows of years."""

import pytest

from kashf.language.dates.find_dates import find_dates


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("جفت العين خريف ٢٠٠٧", "[2007-09-01..2007-11-30]"),
        ("in the winter of 2011 they left", "[2010-12-01..2012-02-29]"),
        ("در بهار ۱۳۹۱ رفتند", "[2012-03-20..2012-06-20]"),
        ("خلال الربع الأخير من عام 2014", "[2014-10-01..2014-12-31]"),
        ("premier trimestre 2009", "[2009-01-01..2009-03-31]"),
        ("بني المسجد في ستينيات القرن الماضي", "[1960-01-01..1969-12-31]"),
        ("since the 1970s", "[1970-01-01..1979-12-31]"),
        ("سجلات السنوات ١٩٧١-١٩٧٥", "[1971-01-01..1975-12-31]"),
        ("العام الدراسي ٢٠٠٨/٢٠٠٩", "[2008-01-01..2009-12-31]"),
        ("the mill worked 1998–2003 and then stood", "[1998-01-01..2003-12-31]"),
    ],
)
def test_what_is_more_or_less_than_a_year_is_read_as_a_stretch_of_days(text: str, edtf: str) -> None:
    assert [edtf] == [place.date.edtf() for place in find_dates(text)]


@pytest.mark.parametrize("text", ["pp. 1911-1918 of the index", "الرقم 2009-2012", "2012/2014", "spring water", "مياه ربيع الجبل"])
def test_rows_of_other_numbers_and_other_words_are_none(text: str) -> None:
    assert [] == find_dates(text) or not any(place.date.days > 31 for place in find_dates(text))
