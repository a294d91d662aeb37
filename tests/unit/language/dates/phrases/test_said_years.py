"""Years and small numbers in words."""

import pytest

from kashf.language.dates.find_dates import find_dates
from kashf.language.dates.phrases.said_years import beginnings_of_years, number_before, year_in_words
from kashf.language.words.tokens import words


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("ألف وأربعمائة وتسع وعشرين", 1429),
        ("ثلاث وثلاثين وأربعمائة وألف", 1433),
        ("ألفين وستة", 2006),
        ("two thousand and fourteen", 2014),
        ("nineteen hundred and five", 1905),
        ("mille neuf cent quatre-vingt-trois", 1983),
        ("bin dokuz yüz otuz iki", 1932),
        ("یک هزار و سیصد و هشتاد", 1380),
    ],
)
def test_a_year_in_words_is_added_up(text: str, year: int) -> None:
    found = tuple(words(text))

    assert found[0].folded in beginnings_of_years()
    assert (len(found), year) == year_in_words(found, 0)


@pytest.mark.parametrize("text", ["three hundred men", "ثلاثة رجال", "ten"])
def test_a_number_that_is_no_year_is_none(text: str) -> None:
    assert year_in_words(tuple(words(text)), 0) is None


def test_a_number_before_a_unit_is_the_whole_of_it() -> None:
    text = tuple(words("مهلة ثلاثة وعشرين يوما"))

    assert (1, 23) == number_before(text, 3)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("حرر في الرابع من أيار سنة ألفين وستة", "2006-05-04"),
        ("le deux juin mil neuf cent soixante et un", "1961-06-02"),
        ("on the fifth of May two thousand and eleven", "2011-05-05"),
        ("on iki Mayıs iki bin dokuz", "2009-05-12"),
    ],
)
def test_a_day_of_a_year_in_words_is_found(text: str, edtf: str) -> None:
    assert [edtf] == [place.date.edtf() for place in find_dates(text)]
