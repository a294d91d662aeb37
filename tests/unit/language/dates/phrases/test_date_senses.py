"""Months, days and eras by the words of many countries."""

import pytest

from kashf.domain.date import Calendar
from kashf.language.dates.find_dates import find_dates
from kashf.language.dates.phrases.date_senses import anchors_of_dates, senses, signs_of_dates


def days(text: str) -> list[str]:
    return [place.date.edtf() for place in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("وصل السجل في 7 ت١ 1988", "1988-10-07"),
        ("برقية بتاريخ ١٤/ك١/٢٠٠١", "2001-12-14"),
        ("5 ت 2 1997", "1997-11-05"),
        ("حفر البئر يوم 21 الطير 1990", "1990-04-21"),
        ("منذ الفاتح من سبتمبر 1979", "[1979-09-01..]"),
        ("le 4 févr. 1961", "1961-02-04"),
        ("8 Kânunuevvel 1931", "1931-12-08"),
        ("12 İkinci Kânun 1940", "1940-01-12"),
        ("لە ١١ی ئەیلوولی ٢٠١٣", "2013-09-11"),
        ("di 7ê Mijdara 2012an de", "2012-11-07"),
        ("٣ی خەرمانانی ٢٧٠٠ی کوردی", "2000-08-24"),
        ("چهاردهم دی‌ماه ۱۳۹۰", "2012-01-04"),
        ("بیست‌وهفتم خرداد ۱۳۸۸", "2009-06-17"),
        ("یوم عاشوراء 1436", "[2014-11-02..2014-11-04]"),
        ("لخمس خلون من رجب 1436", "[2015-04-23..2015-04-25]"),
        ("لأربع بقين من رجب 1436", "[2015-05-14..2015-05-16]"),
        ("أول حزيران 1999", "1999-06-01"),
        ("٩ جا سنة ١٣٢٢", "[1904-07-20..1904-07-24]"),
        ("6 حز يران 2012", "2012-06-06"),
        ("18 Sept ember 2011", "2011-09-18"),
        ("١١شعبان١٤٣٥", "[2014-06-08..2014-06-10]"),
        ("٧كانونالثاني٢٠١٠", "2010-01-07"),
    ],
)
def test_a_month_is_known_by_the_names_of_many_countries(text: str, edtf: str) -> None:
    assert [edtf] == days(text)


@pytest.mark.parametrize(
    "text",
    [
        "عدد 12 الماء في الخزان",
        "فرع المنظمة في إب 2014",
        "5 ocak daha yandı",
        "قوى 8 آذار",
        "شارع 23 يوليو",
        "اكتب ب سنة",
    ],
)
def test_words_that_are_also_months_are_no_dates_by_themselves(text: str) -> None:
    assert [] == [place for place in find_dates(text) if place.date.precision.value != "year"]


@pytest.mark.parametrize("text", ["الزيارة في أيلول ٢٠١٥ لم تتم", "مرداد ۱۳۹۳ به دفتر رسید"])
def test_a_word_that_ends_in_the_letter_of_an_era_is_no_era(text: str) -> None:
    (place,) = find_dates(text)

    assert place.date.calendar is not Calendar.HIJRI
    assert place.wording.endswith(("٢٠١٥", "۱۳۹۳"))


def test_every_month_has_a_word_without_which_it_does_not_stand() -> None:
    assert {"محرم", "october"} <= signs_of_dates()
    assert {"اول", "ت"} <= anchors_of_dates()
    assert (12, Calendar.GREGORIAN) == (senses()["ك 1"].value, senses()["ك 1"].calendar)
