from __future__ import annotations

from collections import Counter

import pytest

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.forms.form_families import RecordId
from kashf.services.case.open import WritableCase
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.sealed.minors import Minority, minority, minors
from kashf.services.forms.sealed.under_age import forms_of_minors
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
    assert {Minority.CERTAIN: 1, Minority.POSSIBLE: 1, Minority.NO: 4} == Counter(found.values())


@pytest.mark.parametrize("label", ["Age", "العمر"])
def test_an_age_under_18_tells_a_minor_where_the_form_asks_no_birth(case: WritableCase, label: str) -> None:
    ages = ("14", "15 years", "18", "٤٠", "17", "300")
    lines = ("CARD", "Name: Omar {at}", f"{label}: {{age}}", "Town: Birka {at}", "Trade: smith {at}", "Day: {at}/3/2014")
    ids = take_in(case, *("\n".join(lines).format(at=at + 1, age=age) for at, age in enumerate(ages)))
    keep_families(case)

    found = minors(case.reading, only(case))

    certain, no, unknown = Minority.CERTAIN, Minority.NO, Minority.UNKNOWN
    assert [certain, certain, no, no, certain, unknown] == [found[RecordId(id)] for id in ids]


def test_a_birth_that_is_given_as_an_age_tells_a_minor_where_no_day_is_known(case: WritableCase) -> None:
    ids = take_in(case, *(entry_form(at, came="") for at in range(4)), entry_form(4, born="15 years", came=""))
    keep_families(case)

    assert Minority.CERTAIN is minors(case.reading, only(case))[RecordId(ids[4])]
    assert ids[4] in {document for document, _ in forms_of_minors(case.reading.view, [only(case)])}


def test_an_age_that_a_birth_contradicts_is_possible(case: WritableCase) -> None:
    forms = [entry_form(at).replace("Nationality: Arcadia", f"Age: {age}") for at, age in enumerate((15, 33, 31, 30, 29))]
    ids = take_in(case, *forms)
    keep_families(case)

    found = minors(case.reading, only(case))

    assert [Minority.POSSIBLE, Minority.NO] == [found[RecordId(id)] for id in ids[:2]]
