from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from kashf.domain.date import UNDATED, Calendar, FuzzyDate, Precision, Relation, Unresolved
from kashf.domain.ids import canonical_json

MUHARRAM_1436 = FuzzyDate(dt.date(2014, 10, 25), dt.date(2014, 11, 23), "محرم 1436", Calendar.HIJRI, Precision.MONTH)
#: 3/5/2014: the fifth of March or the third of May.
SWAPPED = FuzzyDate(
    dt.date(2014, 3, 5),
    dt.date(2014, 5, 3),
    "3/5/2014",
    weights=(1, *[0] * 58, 1),
    unresolved=(Unresolved.DAY_MONTH_ORDER,),
)


@pytest.mark.parametrize(
    ("day", "relation"),
    [
        ("2014-10-24", Relation.AFTER),
        ("2014-10-25", Relation.UNDECIDED),
        ("2014-11-23", Relation.UNDECIDED),
        ("2014-11-24", Relation.BEFORE),
        ("../2014-10-24", Relation.AFTER),
        ("2014-11-24/..", Relation.BEFORE),
        ("../2014-11-01", Relation.UNDECIDED),
        ("2014-11-01/..", Relation.UNDECIDED),
    ],
)
def test_a_month_is_before_or_after_only_what_lies_wholly_outside_of_it(day: str, relation: Relation) -> None:
    assert relation is MUHARRAM_1436.compare(FuzzyDate.parse(day))


def test_two_dates_on_one_day_are_undecided_as_neither_names_an_hour() -> None:
    day = FuzzyDate.on(dt.date(2014, 11, 3))

    assert Relation.UNDECIDED is day.compare(day)


def test_what_nobody_dated_is_undecided_against_everything() -> None:
    assert Relation.UNDECIDED is UNDATED.compare(MUHARRAM_1436)
    assert UNDATED.chance_before(MUHARRAM_1436) is None
    assert not UNDATED.is_known


def test_a_date_derived_from_other_papers_judges_nothing() -> None:
    derived = FuzzyDate(dt.date(2013, 1, 1), dt.date(2013, 2, 1), is_derived=True)

    assert Relation.UNDECIDED is derived.compare(MUHARRAM_1436)
    assert Relation.UNDECIDED is MUHARRAM_1436.compare(derived)
    assert derived.chance_before(MUHARRAM_1436) is None
    assert MUHARRAM_1436.chance_before(derived) is None


@pytest.mark.parametrize(
    ("left", "right", "chance"),
    [
        ("2014-10-25/2014-10-27", "2014-10-25/2014-10-27", Fraction(1, 3)),
        ("2014-10-25/2014-10-28", "2014-10-26", Fraction(1, 4)),
        ("2014-10-25", "2014-10-26", Fraction(1)),
        ("2014-10-26", "2014-10-25", Fraction(0)),
    ],
)
def test_the_chance_of_being_earlier_counts_pairs_of_days(left: str, right: str, chance: Fraction) -> None:
    assert chance == FuzzyDate.parse(left).chance_before(FuzzyDate.parse(right))


def test_a_hijri_day_in_doubt_by_one_keeps_its_weights() -> None:
    hijri = FuzzyDate(dt.date(2013, 11, 23), dt.date(2013, 11, 25), "20 محرم 1435", Calendar.HIJRI, weights=(1, 3, 1))

    assert Fraction(4, 5) == hijri.chance_before(FuzzyDate.parse("2013-11-25"))


def test_a_day_and_a_month_that_may_be_swapped_are_two_days_and_not_the_weeks_between() -> None:
    assert "[2014-03-05,2014-05-03]" == SWAPPED.edtf()
    assert Fraction(1, 2) == SWAPPED.chance_before(FuzzyDate.parse("2014-04-10"))


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (MUHARRAM_1436, "[2014-10-25..2014-11-23]"),
        (FuzzyDate(dt.date(2014, 10, 1), dt.date(2014, 10, 31)), "2014-10"),
        (FuzzyDate(dt.date(2014, 1, 1), dt.date(2014, 12, 31)), "2014"),
        (FuzzyDate.on(dt.date(987, 6, 5)), "0987-06-05"),
        (FuzzyDate.parse("0987-06"), "0987-06"),
        (FuzzyDate.parse("2014-10-25.."), "[2014-10-25..]"),
        (FuzzyDate(dt.date(2014, 3, 5), dt.date(2014, 3, 9), weights=(1, 1, 0, 0, 1)), "[2014-03-05..2014-03-06,2014-03-09]"),
        (UNDATED, ""),
    ],
)
def test_dates_are_written_as_iso_8601_writes_one_day_of_several(date: FuzzyDate, written: str) -> None:
    assert written == date.edtf()


@pytest.mark.parametrize(
    ("written", "precision", "days"),
    [("2014-10-25", "day", 1), ("2014-02", "month", 28), ("2016", "year", 366), ("2014-10..2014-11", "day", 61), ("2014..", "open", 0)],
)
def test_a_date_knows_how_finely_it_was_given(written: str, precision: str, days: int) -> None:
    date = FuzzyDate.parse(written)

    assert (precision, days) == (date.precision, date.days)


@pytest.mark.parametrize(
    "untrusted",
    ["", "..", "/", "2014-13", "2014-02-30", "2014-00", "0000", "25 Oct 2014", "٢٠١٤", "2014-10-25T10:00", "2014-11/2014-10", "9" * 10_000],
)
def test_what_is_no_date_is_refused(untrusted: str) -> None:
    with pytest.raises(ValueError, match=r"date|range|month|day|year"):
        FuzzyDate.parse(untrusted)


@pytest.mark.parametrize(
    "parts",
    [
        {"earliest": dt.date(2014, 1, 2), "latest": dt.date(2014, 1, 1)},
        {"earliest": None, "latest": dt.date(2014, 1, 1)},
        {"earliest": dt.date(2014, 1, 1), "latest": dt.date(2014, 1, 1), "precision": Precision.OPEN},
        {"earliest": dt.date(2014, 1, 1), "latest": dt.date(2014, 1, 2), "weights": (1,)},
        {"earliest": dt.date(2014, 1, 1), "latest": dt.date(2014, 1, 3), "weights": (1, -1, 1)},
        {"earliest": dt.date(2014, 1, 1), "latest": dt.date(2014, 1, 2), "weights": (0, 1)},
        {"earliest": None, "latest": None, "precision": Precision.OPEN, "weights": (1,)},
        {"earliest": dt.date(1, 1, 1), "latest": dt.date(9999, 12, 31), "weights": (1,) * 3_652_059},
    ],
)
def test_a_date_that_contradicts_itself_cannot_be_made(parts: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"date|range|weights"):
        FuzzyDate(**parts)  # type: ignore[arg-type] - the cases are of several types


@pytest.mark.parametrize(("date", "month"), [("2014-10-25", "2014-10"), ("2014-10", "2014-10"), ("2014", ""), ("2014-10..", "")])
def test_a_date_is_counted_under_a_month_only_when_it_lies_in_it_wholly(date: str, month: str) -> None:
    assert month == FuzzyDate.parse(date).month


def test_what_is_usual_is_left_out_of_the_json() -> None:
    assert {"earliest": "2014-11-03", "latest": "2014-11-03"} == FuzzyDate.on(dt.date(2014, 11, 3)).as_json()
    assert {"precision": "open"} == UNDATED.as_json()


@pytest.mark.parametrize("date", [MUHARRAM_1436, SWAPPED, UNDATED, FuzzyDate.on(dt.date(2014, 1, 1), "day")])
def test_a_date_comes_back_from_its_json(date: FuzzyDate) -> None:
    canonical_json(date.as_json())

    assert date == FuzzyDate.from_json(date.as_json())


@pytest.mark.parametrize(
    "untrusted",
    [
        {"earliest": "2014-11-03", "latest": "2014-11-03", "role": "written"},
        {"earliest": "2014-11-03"},
        {"earliest": 5, "latest": 5},
        {"earliest": "2014-11-03", "latest": "2014-11-03", "calendar": "julian"},
        {"earliest": "2014-11-03", "latest": "2014-11-03", "weights": "1"},
        {"earliest": "2014-11-03", "latest": "2014-11-03", "weights": [0]},
        {"earliest": "2014-11-03", "latest": "2014-11-03", "unresolved": ["hour"]},
    ],
)
def test_json_that_is_no_date_is_refused(untrusted: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        FuzzyDate.from_json(untrusted)  # type: ignore[arg-type] - what a damaged store might hold
