"""Acts laid out in time: lanes, bars or numbers, and what has no place there is counted."""

from __future__ import annotations

import datetime as dt

import pytest

from kashf.domain.acts.act import Act, ActBasis, ActDay, ActOrigin, ActWords, DayRule
from kashf.domain.date import UNDATED, FuzzyDate, Relation
from kashf.domain.ids import DocumentId
from kashf.events.acts.timeline_lanes import MOST_BARS, MOST_LANES, ActTimeline, LaneKind, TimeUnit, timeline_of

CATALOGUE = DocumentId("c" * 64)


def _act(days: str, office: str = "wells", *, nth: int = 0, origin: ActOrigin = ActOrigin.CORPUS) -> Act:
    date = FuzzyDate.parse(days) if days else UNDATED
    return Act(
        document=CATALOGUE if origin is ActOrigin.CATALOGUE else DocumentId("a" * 64),
        nth=nth,
        origin=origin,
        basis=ActBasis.CLAUSE,
        kind="pay",
        said=ActWords("pay"),
        office_id=office,
        when=ActDay(date, DayRule.NAMED),
    )


def _laid(*acts: Act, against: str = "") -> ActTimeline:
    return timeline_of(
        acts, {"wells": ("Province", "Office of Wells")}, {CATALOGUE: "ged.csv"}, against=FuzzyDate.parse(against) if against else None
    )


def test_offices_come_by_number_of_acts_then_what_has_none_then_catalogues() -> None:
    outside = _act("2014-01-03", "", origin=ActOrigin.CATALOGUE)

    found = _laid(_act("2014-01-01", "court"), _act("2014-01-02"), outside, _act("2014-01-04"), _act("2014-01-05", ""))

    assert [
        (LaneKind.OFFICE, "wells", 2),
        (LaneKind.OFFICE, "court", 1),
        (LaneKind.UNKNOWN, "", 1),
        (LaneKind.CATALOGUE, CATALOGUE, 1),
    ] == [(lane.kind, lane.id, lane.acts) for lane in found.lanes]
    assert [("Province", "Office of Wells"), ("court",), (), ("ged.csv",)] == [lane.names for lane in found.lanes]


def test_offices_beyond_the_most_share_a_lane() -> None:
    found = _laid(*(_act("2014-01-01", f"office {number:02}") for number in range(MOST_LANES + 3)))

    assert MOST_LANES + 1 == len(found.lanes)
    assert (LaneKind.OTHERS, 3, 3) == (found.lanes[-1].kind, found.lanes[-1].offices, found.lanes[-1].acts)


def test_what_surely_lies_in_a_stretch_is_told_from_what_may_and_what_has_no_day_is_in_none() -> None:
    found = _laid(*map(_act, ("2014-01-05", "2014-01", "2014-01-20/2014-03-10", "2014-06-30", "..2014-05-01", "")))

    (lane,) = found.lanes
    assert (TimeUnit.MONTH, (2, 0, 0, 0, 0, 1), (1, 1, 1, 0, 0, 0)) == (found.unit, lane.certain, lane.possible)
    assert (1, 1, 6) == (found.one_sided, found.undated, found.acts)


@pytest.mark.parametrize(
    ("last", "unit", "stretches"), [("2014-02-01", TimeUnit.DAY, 32), ("2015-01-31", TimeUnit.MONTH, 13), ("2034-01-01", TimeUnit.YEAR, 21)]
)
def test_stretches_are_days_months_or_years_by_how_long_it_is(last: str, unit: TimeUnit, stretches: int) -> None:
    found = _laid(_act("2014-01-01"), _act(last))

    assert (unit, stretches, dt.date(2014, 1, 1)) == (found.unit, len(found.starts), found.starts[0])


def test_many_acts_are_numbered_and_few_are_drawn_one_by_one_those_of_one_side_last() -> None:
    few = _laid(_act("..2014-01-02"), _act("2014-01-09"), _act("2014-01-05"), _act(""))
    many = _laid(*(_act("2014-01-01") for _ in range(MOST_BARS + 1)))

    assert ["2014-01-05", "2014-01-09", "[..2014-01-02]"] == [bar.act.when.date.edtf() for bar in few.lanes[0].bars]
    assert (False, True, ()) == (few.is_dense, many.is_dense, many.lanes[0].bars)


def test_a_wide_date_does_not_stretch_the_drawing_and_is_possible_all_along_it() -> None:
    found = _laid(_act("1973-01-01/2014-05-26"), _act("2014-01-05"), _act("2014-06-30"))

    assert (dt.date(2014, 1, 5), (1, 1, 1, 1, 1, 0)) == (found.first, found.lanes[0].possible)


def test_a_few_acts_far_from_all_others_are_outside_and_counted() -> None:
    found = _laid(*(_act(f"2014-01-{1 + day % 28:02}") for day in range(300)), _act("1914-01-01"), _act("2094-01-01"))

    assert (dt.date(2014, 1, 1), dt.date(2014, 1, 28), 2) == (found.first, found.last, found.outside)
    assert 300 == sum(found.lanes[0].certain)


def test_a_year_of_another_age_does_not_squeeze_the_drawing_however_few_acts_there_are() -> None:
    found = _laid(*map(_act, ("2014-01-05", "2014-02-01", "9999-12-31", "0001-01-01", "2014-01-20")))

    assert (dt.date(2014, 1, 5), dt.date(2014, 2, 1), TimeUnit.DAY, 2) == (found.first, found.last, found.unit, found.outside)
    assert 3 == len(found.lanes[0].bars)
    assert 2 == len(_laid(_act("1850-01-01"), _act("2014-02-01")).lanes[0].bars)


def test_each_act_is_before_or_after_what_it_is_held_against_or_that_cannot_be_said() -> None:
    found = _laid(*map(_act, ("2014-01-05", "2014-02-01", "2014-01", "..2014-01-09", "2014-01-10", "")), against="2014-01-10")

    assert {Relation.BEFORE: 2, Relation.AFTER: 1, Relation.UNDECIDED: 3} == found.relations
    assert [Relation.UNDECIDED, Relation.BEFORE, Relation.UNDECIDED, Relation.AFTER, Relation.BEFORE] == [
        bar.relation for bar in found.lanes[0].bars
    ]


def test_acts_of_which_only_one_side_is_known_still_have_a_drawing_and_none_has_none() -> None:
    assert (dt.date(2014, 1, 2), 1) == ((found := _laid(_act("..2014-01-02"))).first, found.one_sided)
    assert (None, (), 1) == ((empty := _laid(_act(""))).first, empty.starts, empty.undated)
    assert () == _laid().lanes
