"""Days that a text counts from another day."""

import pytest

from kashf.domain.date import FuzzyDate
from kashf.language.dates.find_dates import find_dates
from kashf.language.dates.found_dates import WhoseDay

WRITTEN = FuzzyDate.parse("2014-11-15")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("within 15 days from this decision", {"count": 15, "unit": "day", "from": "writing", "term": True}),
        ("60 days from notice", {"count": 60, "unit": "day", "from": "notice"}),
        ("خلال ١٥ يوما من تاريخه", {"count": 15, "unit": "day", "from": "writing", "term": True}),
        ("خلال شهر من تاريخ تبليغه", {"count": 1, "unit": "month", "from": "notice", "term": True}),
        ("every 27th of every Hijri month", {"every": "month", "day": 27, "calendar": "hijri"}),
        ("يوم ٢٧ من كل شهر هجري", {"every": "month", "day": 27, "calendar": "hijri"}),
        ("كل يوم جمعة", {"every": "week", "weekday": 5}),
        ("ظرف ۱۵ روز از تاریخ ابلاغ", {"count": 15, "unit": "day", "from": "notice", "term": True}),
        ("15 gün içinde", {"count": 15, "unit": "day", "from": "writing", "term": True}),
        ("sous 15 jours", {"count": 15, "unit": "day", "from": "unsaid", "term": True}),
        ("tomorrow", {"count": 1, "unit": "day", "from": "writing"}),
    ],
)
def test_a_day_counted_from_another_is_a_rule_and_no_day(text: str, rule: dict[str, object]) -> None:
    (place,) = find_dates(text)

    assert (rule, False) == (dict(place.rule), place.date.is_known)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("tomorrow", "2014-11-16"),
        ("قبل ثلاثة أيام", "2014-11-12"),
        ("within 15 days from this decision", "[2014-11-15..2014-11-30]"),
        ("الشهر الماضي", "2014-10"),
        ("10 days after 3 May 2014", "2014-05-13"),
        ("60 days from notice", ""),
        ("every Friday", ""),
    ],
)
def test_the_day_of_writing_resolves_what_is_counted_from_it_and_nothing_else(text: str, edtf: str) -> None:
    (place,) = find_dates(text, written=WRITTEN)

    assert edtf == place.date.edtf()


@pytest.mark.parametrize("text", ["for 15 days", "in an hour", "her days", "an order", "كل يوم"])
def test_a_length_of_time_that_begins_nowhere_is_no_date(text: str) -> None:
    assert () == find_dates(text)


def test_a_term_is_a_deadline() -> None:
    (place,) = find_dates("to be handed over within ten days")

    assert WhoseDay.DEADLINE is place.kind
