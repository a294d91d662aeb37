"""What holds for any two dates, however little is known of them."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.date import FuzzyDate, Relation

#: Few days, so that dates meet.
DAYS = st.dates(dt.date(2014, 10, 1), dt.date(2014, 10, 12))


@st.composite
def bounded(draw: st.DrawFn) -> FuzzyDate:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    days = (last - first).days + 1
    weights = draw(st.lists(st.integers(0, 9), min_size=days, max_size=days))
    is_weighed = draw(st.booleans()) and weights[0] and weights[-1]
    return FuzzyDate(first, last, draw(st.text(max_size=5)), weights=tuple(weights) if is_weighed else ())


ANY_DATE = bounded() | st.sampled_from([FuzzyDate.parse(text) for text in ("..2014-10-05", "2014-10-05..", "2014-10", "2014")])
OPPOSITE = {Relation.BEFORE: Relation.AFTER, Relation.AFTER: Relation.BEFORE, Relation.UNDECIDED: Relation.UNDECIDED}


def _days(date: FuzzyDate) -> list[tuple[dt.date, int]]:
    assert date.earliest
    return [(date.earliest + dt.timedelta(day), weight) for day, weight in enumerate(date.weights or (1,) * date.days)]


@given(ANY_DATE, ANY_DATE)
def test_one_date_is_before_another_exactly_when_the_other_is_after_it(left: FuzzyDate, right: FuzzyDate) -> None:
    assert OPPOSITE[left.compare(right)] is right.compare(left)


@given(bounded(), bounded())
def test_before_is_said_exactly_when_every_day_of_one_lies_before_every_day_of_the_other(left: FuzzyDate, right: FuzzyDate) -> None:
    is_before = all(mine < theirs for mine, _ in _days(left) for theirs, _ in _days(right))

    assert is_before is (left.compare(right) is Relation.BEFORE)


@given(ANY_DATE, ANY_DATE, ANY_DATE)
def test_before_can_be_carried_on(one: FuzzyDate, two: FuzzyDate, three: FuzzyDate) -> None:
    if one.compare(two) is two.compare(three) is Relation.BEFORE:
        assert Relation.BEFORE is one.compare(three)


@given(bounded(), bounded())
def test_the_chance_of_being_earlier_is_that_of_all_pairs_of_days(left: FuzzyDate, right: FuzzyDate) -> None:
    pairs = [(mine < theirs, a * b) for mine, a in _days(left) for theirs, b in _days(right)]

    assert Fraction(sum(weight for is_earlier, weight in pairs if is_earlier), sum(w for _, w in pairs)) == left.chance_before(right)


@given(bounded(), bounded())
def test_before_is_certain_and_after_is_impossible(left: FuzzyDate, right: FuzzyDate) -> None:
    certain = {Relation.BEFORE: Fraction(1), Relation.AFTER: Fraction(0)}
    relation = left.compare(right)

    assert certain.get(relation, left.chance_before(right)) == left.chance_before(right)


@given(ANY_DATE)
def test_every_date_comes_back_from_its_json(date: FuzzyDate) -> None:
    assert date == FuzzyDate.from_json(date.as_json())


@given(bounded())
def test_what_iso_writes_of_a_date_without_weights_names_the_same_days(date: FuzzyDate) -> None:
    if not date.weights:
        again = FuzzyDate.parse(date.edtf().strip("[]"))

        assert (date.earliest, date.latest) == (again.earliest, again.latest)
