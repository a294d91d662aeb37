"""Days that running text names."""

import datetime as dt

import pytest

from kashf.domain.date import UNDATED, Calendar, FuzzyDate, Unresolved
from kashf.language.dates.find_dates import find_dates, named_days
from kashf.language.dates.found_dates import DateEdge
from tests.counting import steps


def days(text: str) -> list[str]:
    return [place.date.edtf() for place in find_dates(text)]


@pytest.mark.parametrize("text", ["by 1 January 9999", "1 January 0001", "31 December 9999.", "20 Muharram 14350", "1 March 9999\nTo: all"])
def test_a_year_that_there_is_not_is_no_year_that_is_missing(text: str) -> None:
    (place,) = find_dates(text, written=FuzzyDate.parse("2014-06-04"))

    assert (True, ()) == (bool(place.impossible), place.date.unresolved)
    assert not place.date.is_known


def test_what_is_counted_behind_a_month_is_no_year() -> None:
    assert [(Unresolved.MISSING_YEAR,)] == [place.date.unresolved for place in find_dates("5 May 2500 dinars were paid")]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("وصل في ١٥ تشرين الثاني ٢٠١٤ إلى البلدة", "2014-11-15"),
        ("يوم 15 نوفمبر 2014م", "2014-11-15"),
        ("le 15 nonembre, puis le 1er novembre 2014", "2014-11-01"),
        ("15 Kasım 2014 tarihli yazı", "2014-11-15"),
        ("مورخ ۲۴ آبان ۱۳۹۳", "2014-11-15"),
        ("on the 15th of November, 2014, he left", "2014-11-15"),
        ("November 15, 2014", "2014-11-15"),
        ("2014-11-15T10:30:00Z", "2014-11-15"),
        ("15.11.2014", "2014-11-15"),
        ("حادي وعشرين شباط سنة ٢٠١٢", "2012-02-21"),
        ("خمسة عشر نيسان ٢٠١٢", "2012-04-15"),
        ("7 Febr. 2012", "2012-02-07"),
        ("٣ إبريل ٢٠١٢", "2012-04-03"),
        ("this 3rd day of March, 1926", "1926-03-03"),
        ("151430z feb 12", "2012-02-15"),
        ("١٥١٤٣٠ شباط ٢٠١٢", "2012-02-15"),
        ("14//5//2012", "2012-05-14"),
        ("03/04/14", "[2014-03-04,2014-04-03]"),
        ("٢٠ محرم ١٤٣٥ هـ", "[2013-11-22..2013-11-24]"),
        ("٢٠/١/٣٥ هـ", "[2013-11-22..2013-11-24]"),
        ("1443/10/16", "[2022-05-16..2022-05-18]"),
        ("10/16/ 1443هـ", "[2022-05-16..2022-05-18]"),
        ("١٦ـ١٠ـ١٤٤٣", "[2022-05-16..2022-05-18]"),
        ("(\u200f١٦\u200f /\u200f١٠ / ١٤٤٣)", "[2022-05-16..2022-05-18]"),
        ("16 /(10)/ 1443 ه", "[2022-05-16..2022-05-18]"),
        ("الخامس عشر من شهر محرم سنة 1435", "[2013-11-17..2013-11-19]"),
        ("غرة أوت 1957", "1957-08-01"),
        ("غرة محرم 1435", "[2013-11-03..2013-11-05]"),
        ("سلخ صفر 1436", "[2014-12-21..2014-12-23]"),
        ("العاشر من برج الجدي 1443هـ", "2021-12-31"),
        ("15 يوليو (تموز) 2014", "2014-07-15"),
        ("نيسان/أبريل 2014", "2014-04"),
        ("رمضان 2014", "[2014-06-27..2014-07-28]"),
        ("في عام 2014", "2014"),
        ("11/2014", "2014-11"),
    ],
)
def test_a_day_is_read_as_the_days_that_it_may_be(text: str, edtf: str) -> None:
    assert [edtf] == days(text)


@pytest.mark.parametrize(
    ("text", "edtf", "edge"),
    [
        ("mid-November 2014", "[2014-11-11..2014-11-20]", DateEdge.MIDDLE),
        ("في أواخر شهر تشرين الثاني 2014", "[2014-11-21..2014-11-30]", DateEdge.LATE),
        ("early 2014", "[2014-01-01..2014-04-30]", DateEdge.EARLY),
        ("the first half of 2014", "[2014-01-01..2014-06-30]", DateEdge.FIRST_HALF),
        ("قبل 15 تشرين الثاني 2014", "[..2014-11-14]", DateEdge.BEFORE),
        ("15 Kasım 2014'ten sonra", "[2014-11-16..]", DateEdge.AFTER),
        ("au plus tard le 15 novembre 2014", "[..2014-11-15]", DateEdge.UNTIL),
        ("depuis le 15 novembre 2014", "[2014-11-15..]", DateEdge.SINCE),
        ("about 15 November 2014", "[2014-11-10..2014-11-20]", DateEdge.ABOUT),
        ("Kasım 2014 ortası", "[2014-11-11..2014-11-20]", DateEdge.MIDDLE),
        ("من 15 إلى 20 تشرين الثاني 2014", "[2014-11-15..2014-11-20]", DateEdge.RANGE),
        ("from 2011 to 2014", "[2011-01-01..2014-12-31]", DateEdge.RANGE),
        ("3-5/11/2014", "[2014-11-03..2014-11-05]", DateEdge.RANGE),
        ("May 3-5, 2014", "[2014-05-03..2014-05-05]", DateEdge.RANGE),
        ("3 May - 5 June 2014", "[2014-05-03..2014-06-05]", DateEdge.RANGE),
        ("بين 3 و5 أيار 2014", "[2014-05-03..2014-05-05]", DateEdge.RANGE),
        ("من 15 إلى 20 محرم 1435", "[2013-11-17..2013-11-24]", DateEdge.RANGE),
    ],
)
def test_before_about_mid_and_from_to_make_other_days_of_it(text: str, edtf: str, edge: DateEdge) -> None:
    (place,) = find_dates(text)

    assert (edtf, edge) == (place.date.edtf(), place.edge)


@pytest.mark.parametrize(
    "text",
    [
        "رقم (3 /15 /2022)",
        "كتابكم رقم ١٢/٣/٢٠١٤",
        "3/6/104",
        "4/17/ammunition/249",
        "1/45/71",
        "version 3.11.2014",
        "192.168.1.1",
        "call 011 2213 456",
        "price 1,500.25",
        "المادة 3.1.12",
        "فاز 3-2",
        "he may 5 times",
        "نتيجة 2 - صفر",
        "from 2 to 5 men",
        "عام 2000 ق.م",
        "وقف فوري لإطلاق النار",
        "",
    ],
)
def test_numbers_that_look_like_dates_are_none(text: str) -> None:
    assert [] == days(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31 February 2014", "no such day"),
        ("35 محرم 1436", "no such day"),
        ("31/2/2014", "no such day"),
        ("20/1/14350 هـ", "no such year"),
        ("20 محرم 14350", "no such year"),
        ("12 آبان 1199", "year out of range"),
    ],
)
def test_a_day_that_no_calendar_has_is_told(text: str, why: str) -> None:
    (place,) = find_dates(text)

    assert (why, False) == (place.impossible, place.date.is_known)


def test_a_weekday_narrows_the_days_and_says_whether_it_fits() -> None:
    fits, contradicts = (find_dates(text)[0] for text in ("الأحد الموافق 4/3/1443هـ", "Monday, 15 November 2014"))

    assert ("[2021-10-10,2021-11-07]", "fits", "contradicts") == (fits.date.edtf(), fits.weekday, contradicts.weekday)


def test_a_day_without_a_year_is_the_nearest_to_the_writing_where_that_is_known() -> None:
    (unknown,), (known,) = (find_dates("on 28 December", written=each) for each in (UNDATED, FuzzyDate.parse("2015-01-03")))

    assert ((Unresolved.MISSING_YEAR,), "", "2014-12-28") == (unknown.date.unresolved, unknown.date.edtf(), known.date.edtf())


def test_places_are_code_points_of_the_text() -> None:
    text = "أمر في ٢٠ محرم ١٤٣٥ هـ."

    (place,) = find_dates(text)

    assert "٢٠ محرم ١٤٣٥ هـ" == text[place.start : place.end] == place.wording
    assert (Calendar.HIJRI, dt.date(2013, 11, 22)) == (place.date.calendar, place.date.earliest)


def test_a_word_that_ends_in_the_letter_of_an_era_is_none() -> None:
    assert ["17-12-2013"] == [place.wording for place in find_dates("وصلنا بتاريخ 17-12-2013. لم نتحرك")]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("بتاريخ 12 محرم 1436 م", "[2014-11-04..2014-11-06]"),
        ("بتاريخ 14/4/1436م", "[2015-02-02..2015-02-04]"),
        ("بتاريخ 15/1/2015 هـ", "2015-01-15"),
        ("بتاريخ 14/4/1136م", "1136-04-14"),
    ],
)
def test_the_sign_of_the_other_era_is_a_slip_where_the_year_is_of_papers(words: str, days: str) -> None:
    (found,) = find_dates(words)

    assert (days, words[7] == "1" and "1136" not in words) == (found.date.edtf(), Unresolved.CALENDAR in found.date.unresolved)


def test_a_year_alone_is_of_the_era_that_is_said() -> None:
    (found,) = find_dates("بني الجامع عام 1436 م")

    assert "1436" == found.date.edtf()


@pytest.mark.parametrize("text", ["-5/-5/2014", "التاريخ: 12/-3/2014"])
def test_parts_below_zero_are_no_day(text: str) -> None:
    assert () == find_dates(text)


@pytest.mark.parametrize("text", ["1/1/", "1/a/", "3 "])
def test_a_row_of_figures_is_looked_through_in_time_that_grows_with_it(text: str) -> None:
    def look(many: int) -> int:
        return steps(lambda: tuple(named_days(text * many + "3/5/2014")))

    look(10)  # What is made once is made.

    assert look(2000) < 2.5 * look(1000)


def test_letters_of_an_office_may_stand_between_a_label_and_the_number() -> None:
    assert days("Ref. No. 12/3/2014") == days("Ref. No. A/B/C/12/3/2014") == []
