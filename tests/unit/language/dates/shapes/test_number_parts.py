"""Days in numbers alone."""

import pytest

from kashf.language.dates.date_parts import PartReader
from kashf.language.dates.date_pieces import pieces_of
from kashf.language.dates.find_dates import find_dates
from kashf.language.words.tokens import words


def days(text: str) -> list[str]:
    return [place.date.edtf() for place in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("تعميم ٢٠١٦_٢_٢٨", "2016-02-28"),
        ("٢٩٫٨٫٢٠١٣", "2013-08-29"),
        ("1 7 / 9 / 2 0 1 2", "2012-09-17"),
        ("[١٩] رجب (١٤٣٦ هـ)", "[2015-05-07..2015-05-09]"),
        ("stamped l9/11/2O12", "2012-11-19"),
        ("../٧/٢٠١٥", "2015-07"),
        ("آذار ( 19 / 3 / 1958 )", "1958-03-19"),
        ("Tutanak 05.07.2011 günü düzenlenmiştir, şahıs gelmedi", "2011-07-05"),
        ("من 25 / 11 / 2012 - 3 / 2 / 2013", "[2012-11-25..2013-02-03]"),
    ],
)
def test_a_day_in_numbers_is_read_however_it_is_set(text: str, edtf: str) -> None:
    assert [edtf] == days(text)


@pytest.mark.parametrize(
    "text",
    [
        "الكتاب ذو الرقم م/٤/١١/١٩٩٦",
        "Dossier n° 11-08-1981/7",
        "الإحداثيات ٣٤/٠٩/١١",
        "sheet of 10/12/14 cm",
        "سورة النور (24/2/11)",
        "3 apples, 4 5 6 pears",
    ],
)
def test_numbers_of_something_else_are_no_days(text: str) -> None:
    assert [] == days(text)


def test_a_long_row_of_figures_is_looked_at_in_bounded_steps() -> None:
    text = "1 " * 500
    reader = PartReader(text, pieces_of(text, words(text)))
    looked = [0]
    near = reader.near

    def counted(*arguments: object, **named: object) -> object:
        looked[0] += 1
        return near(*arguments, **named)  # type: ignore[arg-type]  # passed on as it came

    reader.near = counted  # type: ignore[method-assign,assignment]  # counts the steps
    assert {None} == {reader.at(at) for at in range(500)}
    assert looked[0] < 500 * 20
