"""What a date is the date of."""

import pytest

from kashf.language.dates.find_dates import find_dates

LETTER = """الرقم: 123
التاريخ: 3/5/2014
إلى قائد القطاع
جوابا على كتابكم رقم 12 تاريخ 30/4/2014
يرجى الحضور قبل 15 أيار 2014
وقع هجوم على البلدة في 2 أيار 2014
"""


def test_the_dates_of_a_letter_are_told_apart() -> None:
    assert ["writing", "reference", "deadline", "event"] == [place.kind.value for place in find_dates(LETTER)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("مواليد حلب 1/2/1980", "birth"),
        ("il est né le 3 mai 1980", "birth"),
        ("1980 doğumlu, 3 Mayıs 1980 doğumlu", "birth"),
        ("received on 5 May 2014", "receipt"),
        ("ورد بتاريخ 5 أيار 2014", "receipt"),
        ("3 Mayıs 2014 tarihli ve 15 sayılı yazı", "reference"),
        ("further to our letter No. 12 of 30 April 2014", "reference"),
        ("نامه شماره ۱۲ مورخ ۲۴ آبان ۱۳۹۳", "reference"),
        ("valid until 15 May 2014", "deadline"),
        ("au plus tard le 15 mai 2014", "deadline"),
        ("حرر في 3 أيار 2014", "writing"),
        ("la réunion du 3 mai 2014", "event"),
        ("3 May 2014 was warm", "undecided"),
    ],
)
def test_neighbours_say_whose_date_it_is_and_nothing_is_undecided(text: str, kind: str) -> None:
    assert kind == find_dates(text)[-1].kind.value


def test_a_kind_brings_the_rule_that_says_so() -> None:
    (place,) = find_dates("received on 5 May 2014")

    assert ("rule:receipt", 0.85) == (place.why, place.score)
