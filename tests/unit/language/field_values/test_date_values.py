"""The dates of forms."""

import datetime as dt

import pytest

from kashf.domain.date import Calendar, FuzzyDate, Unresolved
from kashf.domain.forms.template_fields import FieldKind
from kashf.language.dates.day_orders import DayOrder
from kashf.language.field_values.date_values import read_date


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("٢٥/٥/١٩٩٠م", "1990-05-25"),
        ("1990/5/25", "1990-05-25"),
        ("05/25/1990", "1990-05-25"),
        ("25.05.90", "1990-05-25"),
        ("مواليد عام ١٩٩٠", "1990"),
        ("5/1990", "1990-05"),
        ("٢٥ أيار ١٩٩٠", "1990-05-25"),
        ("25 ماي 1990", "1990-05-25"),
        ("25 Mayıs 1990", "1990-05-25"),
        ("25 мая 1990 г.", "1990-05-25"),
        ("May 25, 1990", "1990-05-25"),
        ("25ی ئایاری 1990", "1990-05-25"),
        ("۴ خرداد ۱۳۶۹", "1990-05-25"),
        ("٢٥ مايو (أيار) ١٩٩٠", "1990-05-25"),
        ("5/3/1990", "[1990-03-05,1990-05-03]"),
        ("5/5/1990", "1990-05-05"),
        ("15 محرم 1436", "[2014-11-07..2014-11-09]"),
        ("١٤٣٦/١/١٥ هـ", "[2014-11-07..2014-11-09]"),
        ("السبت 15 محرم 1436", "2014-11-08"),
        ("15 محرم 1436 الموافق 8/11/2014", "2014-11-08"),
        ("31/2/1990", ""),
        ("45/13/1990", ""),
        ("قبل شهرين", ""),
        ("25", ""),
    ],
)
def test_a_date_is_the_days_that_its_wording_may_mean(text: str, edtf: str) -> None:
    assert edtf == read_date(text).edtf()


def test_day_and_month_in_doubt_are_settled_by_the_order_of_the_field() -> None:
    doubt = read_date("5/3/1990")

    assert (Unresolved.DAY_MONTH_ORDER,) == doubt.unresolved
    assert "1990-03-05" == read_date("5/3/1990", order=DayOrder.DAY_FIRST).edtf()
    assert "1990-05-03" == read_date("5/3/1990", order=DayOrder.MONTH_FIRST).edtf()


def test_an_age_is_a_birth_of_the_years_before_the_form_was_filled_in() -> None:
    written = FuzzyDate.on(dt.date(2014, 8, 20))

    born = read_date("٢٥ سنة", kind=FieldKind.BIRTH, written=written)

    assert (dt.date(1988, 8, 21), dt.date(1989, 8, 20)) == born.bounds
    assert not read_date("٢٥ سنة", kind=FieldKind.BIRTH).is_known


def test_nobody_is_born_after_the_form_was_filled_in() -> None:
    written = FuzzyDate.on(dt.date(2014, 8, 20))

    assert "1920-01-02" == read_date("2/1/20", kind=FieldKind.BIRTH, written=written, order=DayOrder.DAY_FIRST).edtf().replace(
        "02-01", "01-02"
    )


def test_a_hijri_day_carries_a_day_of_doubt_and_says_why() -> None:
    date = read_date("15 محرم 1436")

    assert (Calendar.HIJRI, (Unresolved.MONTH_START,)) == (date.calendar, date.unresolved)


def test_a_year_that_two_calendars_may_have_is_either() -> None:
    date = read_date("1370/2/3")

    assert Unresolved.CALENDAR in date.unresolved
    assert (1950, 1991) == (date.bounds[0].year, date.bounds[1].year)
