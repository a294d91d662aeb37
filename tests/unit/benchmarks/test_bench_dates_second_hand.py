"""The corpus of dates by a second hand, and how it is scored."""

import datetime as dt
import json
import re

import pytest
from hijridate import Hijri

from benchmarks.accuracy.bench_dates_second_hand import CORPUS, Reading, TrueDate, entries, matched
from kashf.domain.date import FuzzyDate
from kashf.language.dates.found_dates import DatePlace

LINES = CORPUS.read_text(encoding="utf-8").splitlines()
#: Umm al-Qura's table begins here; what is older was reckoned by arithmetic.
FIRST_YEAR = 1343
DAY = re.compile(r"\d+-\d+-\d+")


def _date(days: tuple[str | None, str | None], **more: object) -> TrueDate:
    raw = {"says": "5 May", "start": 3, "earliest": days[0], "latest": days[1], "calendar": "hijri", "kind": "event", **more}
    (entry,) = entries(["- " + json.dumps({"id": "", "language": "", "group": "", "text": "on 5 May 2014", "dates": [raw]})])
    return entry.dates[0]


def _found(first: str | None, last: str | None) -> tuple[dt.date | None, dt.date | None]:
    return (dt.date.fromisoformat(first) if first else None), (dt.date.fromisoformat(last) if last else None)


def test_the_words_of_each_date_stand_where_the_corpus_says() -> None:
    dates = [(entry.text, date) for entry in entries(LINES) for date in entry.dates]

    assert len(dates) >= 240
    assert [] == [date.says for text, date in dates if text[date.start : date.end] != date.says]


def test_hijri_days_of_the_corpus_are_those_of_umm_al_qura() -> None:
    raws = [date for line in LINES if line.startswith("- ") for date in json.loads(line[2:])["dates"] if date["calendar"] == "hijri"]
    days = [(date, tuple(map(int, date["written"].split("-")))) for date in raws if DAY.fullmatch(date.get("written", ""))]
    tabled = [(date, day) for date, day in days if day[0] >= FIRST_YEAR and date["earliest"] == date["latest"]]

    assert len(tabled) >= 30
    assert [] == [date["says"] for date, day in tabled if _umm_al_qura(*day) != date["earliest"]]


def _umm_al_qura(year: int, month: int, day: int) -> str:
    """Return a day in ISO 8601; the thirtieth of a short month is the day behind it."""
    first = Hijri(year, month, 1).to_gregorian()
    return (first + dt.timedelta(day - 1)).isoformat()


@pytest.mark.parametrize(
    ("first", "last", "is_right"),
    [
        ("2014-11-24", "2014-11-24", True),
        ("2014-11-23", "2014-11-25", True),
        ("2014-11-22", "2014-11-24", False),
        ("2014-11-25", "2014-11-25", False),
        (None, "2014-11-24", False),
    ],
)
def test_a_hijri_day_may_be_wider_by_a_day_and_not_beside_it(first: str | None, last: str | None, *, is_right: bool) -> None:
    date = _date(("2014-11-24", "2014-11-24"), allowed_days=1)

    assert is_right == date.is_right(_found(first, last))


def test_a_vague_word_is_right_between_the_least_and_the_most_that_it_may_mean() -> None:
    date = _date(("2014-11-11", "2014-11-20"), core=["2014-11-14", "2014-11-16"], within=["2014-11-08", "2014-11-23"])
    answers = [_found("2014-11-10", "2014-11-18"), _found("2014-11-15", "2014-11-15"), _found("2014-11-01", "2014-11-30")]

    assert [True, False, False] == [date.is_right(each) for each in answers]


def test_a_day_that_stays_open_is_right_only_when_nothing_bounds_it() -> None:
    assert [True, False] == [_date((None, None)).is_right(each) for each in (_found(None, None), _found("2014-05-05", "2014-05-05"))]


def test_a_place_that_touches_no_date_is_counted_apart() -> None:
    date = _date(("2014-05-05", "2014-05-05"))
    on, beside = (DatePlace(start, end, "", FuzzyDate.on(dt.date(2014, 5, 5))) for start, end in ((3, 13), (0, 2)))

    assert ((on,), (beside,)) == matched([date], [beside, on])


def test_of_a_date_without_a_place_nothing_is_right_but_of_a_day_that_is_none() -> None:
    kept = {entry.group: entry for entry in entries(LINES) if entry.dates}

    assert [True, False] == [Reading(kept[group], kept[group].dates[0], None).is_right for group in ("impossible", "range")]
