"""What a date is the date of."""

import pytest

from kashf.language.dates.find_dates import find_dates
from kashf.language.dates.found_dates import WhoseDay

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
        ("rain and sun on 3 May 2014", "undecided"),
        ("3 May 2014 was warm", "event"),
        ("بتاريخ 3 أيار 2014 تعطلت المضخة", "event"),
        ("وقد غاب الحارس يوم 3 أيار 2014", "event"),
        ("القرار الصادر بتاريخ 3 أيار 2014 ألغى ما قبله", "reference"),
        ("وصل أمركم رقم 5 في 3 أيار 2014 إلى المركز", "reference"),
        ("لم يقبض راتبه حتى 3 أيار 2014", "event"),
        ("the keys are to be returned by 3 May 2014", "deadline"),
        ("he lived there until 3 May 2014", "event"),
        ("Köprü 3 Mayıs 2014 tarihinde yıkıldı", "event"),
        ("مركز الوادي، في 3 أيار 2014", "writing"),
        ("من 3 إلى 9 أيار 2014", "event"),
        ("كانت الأمطار غزيرة خلال خمسة أيام", "event"),
        ("يرجى الرد خلال خمسة أيام", "deadline"),
    ],
)
def test_neighbours_say_whose_date_it_is_and_nothing_is_undecided(text: str, kind: str) -> None:
    assert kind == find_dates(text)[-1].kind.value


def test_a_kind_brings_the_rule_that_says_so() -> None:
    (place,) = find_dates("received on 5 May 2014")

    assert ("rule:receipt", 0.85) == (place.why, place.score)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They closed the mill of the north on 3 May 2014 for good.", WhoseDay.EVENT),
        ("بتاريخ ٥/١١/١٤٣٨ قدم المواطن طلبا إلى الديوان.", WhoseDay.EVENT),
        ("All passes issued before 3 May 2014 are void from now on.", WhoseDay.EVENT),
        ("This rule is in force from 3 May 2014 in all circular offices.", WhoseDay.EVENT),
        ("Date of expiry: 3 May 2014", WhoseDay.DEADLINE),
        ("the telegram dated 3 May 2014 was read aloud", WhoseDay.REFERENCE),
        ("وادي الغيم، في ٣ أيار ٢٠١٤\nإلى كافة المكاتب", WhoseDay.WRITING),
    ],
)
def test_whose_a_day_is_hangs_on_what_stands_around_it_and_on_the_sentence(text: str, kind: WhoseDay) -> None:
    assert [kind] == [place.kind for place in find_dates(text)]
