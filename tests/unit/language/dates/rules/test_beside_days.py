"""Days beside the day of writing."""

import pytest

from kashf.domain.date import FuzzyDate
from kashf.language.dates.find_dates import find_dates

#: A Monday.
WRITTEN = FuzzyDate.parse("2013-07-15")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("يعقد المجلس يوم الخميس القادم", "2013-07-18"),
        ("last Friday", "2013-07-12"),
        ("vendredi prochain", "2013-07-19"),
        ("بتاريخ ٩ الجاري", "2013-07-09"),
        ("your letter of the 3rd ult.", "2013-06-03"),
        ("on the 20th prox.", "2013-08-20"),
        ("في السادس من الشهر القادم", "2013-08-06"),
        ("نهاية الشهر الماضي", "[2013-06-21..2013-06-30]"),
        ("bu ayın 22'sine kadar", "[..2013-07-22]"),
        ("في 23 أيلول الماضي", "2012-09-23"),
        ("23 April next", "2014-04-23"),
        ("جلسه فردا در دفتر برگزار می‌شود", "2013-07-16"),
        ("خلال خمسة عشر يوما من تاريخه", "[2013-07-15..2013-07-30]"),
    ],
)
def test_a_day_beside_that_of_writing_is_counted_from_it(text: str, edtf: str) -> None:
    assert [edtf] == [place.date.edtf() for place in find_dates(text, written=WRITTEN)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("يوم الخميس القادم", {"weekday": 4, "count": 1, "unit": "week", "from": "writing"}),
        ("the 3rd ult.", {"day": 3, "count": -1, "unit": "month", "from": "writing"}),
        ("في السادس عشر من كل شهر", {"every": "month", "day": 16}),
        ("كل ثلاثة أشهر", {"every": "month", "count": 3}),
        ("her ayın 12'sinde", {"every": "month", "day": 12}),
        ("بعد شهرين من الزلزال", {"count": 2, "unit": "month", "from": "unsaid"}),
    ],
)
def test_without_a_day_of_writing_the_rule_stays(text: str, rule: dict[str, object]) -> None:
    (place,) = find_dates(text)

    assert (rule, False) == (dict(place.rule), place.date.is_known)


@pytest.mark.parametrize("text", ["خلال شهر صفر ١٤٣٧", "خلال عام 2005"])
def test_the_month_and_the_year_of_a_date_are_no_length_of_time(text: str) -> None:
    (place,) = find_dates(text)

    assert {} == place.rule
    assert place.date.is_known
