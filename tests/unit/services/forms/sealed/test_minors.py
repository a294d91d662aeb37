from __future__ import annotations

import pytest

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.forms.form_families import RecordId
from kashf.services.case.open import WritableCase
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.sealed.minors import Minority, count_minors, minority, minors
from tests.unit.services.forms.people.entry_forms import entry_form, only, take_in


@pytest.mark.parametrize(
    ("birth", "day", "expected"),
    [
        ("1996-05-03", "2014-05-02", Minority.CERTAIN),
        ("1996-05-02", "2014-05-02", Minority.NO),
        ("1996", "2014-05-02", Minority.POSSIBLE),
        ("1996-02-29", "2014-02-28", Minority.CERTAIN),
        ("1996-02-29", "2014-03-01", Minority.NO),
        ("..1990", "2014", Minority.NO),
        ("", "2014", Minority.UNKNOWN),
        ("1990", "", Minority.UNKNOWN),
    ],
)
def test_who_is_18_on_the_day_is_no_minor_and_who_may_be_less_perhaps(birth: str, day: str, expected: Minority) -> None:
    dates = [FuzzyDate.parse(each) if each else UNDATED for each in (birth, day)]

    assert expected is minority(dates[0], dates[1])


def test_the_day_is_that_of_the_form_else_between_those_it_gives(case: WritableCase) -> None:
    ids = take_in(case, *(entry_form(at) for at in range(4)), entry_form(4, born="13/4/1998"), entry_form(5, born="1996"))
    keep_families(case)

    found = minors(case.reading, only(case))

    assert (Minority.CERTAIN, Minority.POSSIBLE) == (found[RecordId(ids[4])], found[RecordId(ids[5])])
    assert {Minority.CERTAIN: 1, Minority.POSSIBLE: 1, Minority.NO: 4, Minority.UNKNOWN: 0} == count_minors(found.values())
