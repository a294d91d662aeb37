from __future__ import annotations

import pytest

from kashf.domain.date import UNDATED, Calendar, FuzzyDate
from kashf.domain.forms.form_families import RecordId
from kashf.domain.ids import DocumentId
from kashf.entities.form_people.compare_people import Agreement, PersonTrait, PersonVerdict, births_agree, compare_people, with_reasons
from kashf.entities.form_people.told_person import ToldPerson

NAME, MOTHER, BORN, PHONE = "وليد عمر الشمالي", "مريم حداد", "1990-05-02", "+963944000001"


def told(name: str = NAME, mother: str = "", born: str = "", phone: str = "", *, letter: str = "a") -> ToldPerson:
    birth = FuzzyDate.parse(born) if born else UNDATED
    return ToldPerson(RecordId(DocumentId(letter * 64)), name, mother, birth, frozenset(filter(None, [phone])))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (told("Walid Omar al-Shamali", "Mariam Haddad", "1990"), PersonVerdict.PROPOSED),
        (told(NAME, "", BORN, PHONE), PersonVerdict.PROPOSED),
        (told(NAME, MOTHER, BORN, "+963944000002"), PersonVerdict.PROPOSED),
        (told(NAME), PersonVerdict.ASKED),
        (told(NAME, MOTHER), PersonVerdict.ASKED),
        (told(NAME, "", BORN), PersonVerdict.ASKED),
        (told(NAME, MOTHER, "1990-05-12"), PersonVerdict.ASKED),
        (told("", MOTHER, BORN), PersonVerdict.ASKED),
    ],
    ids=["two scripts", "phone", "a second phone", "name alone", "no birth", "no mother", "another day, one mother", "no name"],
)
def test_what_may_be_one_man_is_asked_and_proposed_only_where_all_agrees(other: ToldPerson, expected: PersonVerdict) -> None:
    one = told(NAME, MOTHER, BORN, PHONE)

    assert expected is compare_people(one, other).verdict
    assert expected is compare_people(other, one).verdict


@pytest.mark.parametrize(
    "other",
    [
        told("خالد عمر الشمالي", MOTHER, "1992-01-07", PHONE),
        told(NAME, "زينب", "1971-08-30"),
        told("ياسر عمر الجبلي", "سعاد", BORN),
        told("ياسر عمر الجبلي", "سعاد", "1990", PHONE),
    ],
    ids=["his brother, of one telephone", "his namesake", "born on one day", "a friend's telephone"],
)
def test_brothers_namesakes_and_strangers_are_two_men(other: ToldPerson) -> None:
    assert PersonVerdict.APART is compare_people(told(NAME, MOTHER, BORN, PHONE), other).verdict


def test_a_name_that_nobody_can_tell_is_asked_where_birth_mother_and_telephone_agree() -> None:
    compared = compare_people(told(NAME, MOTHER, BORN, PHONE), told("ياسر عمر الجبلي", MOTHER, BORN, PHONE))

    assert (PersonVerdict.ASKED, Agreement.DIFFERS) == (compared.verdict, compared.traits[PersonTrait.NAME])


def test_a_hijri_day_may_be_reckoned_two_days_apart() -> None:
    hijri = FuzzyDate.parse("1990-05-01")
    day = FuzzyDate(hijri.earliest, hijri.latest, calendar=Calendar.HIJRI)

    found = [births_agree(day, FuzzyDate.parse(other)) for other in ("1990-05-01", "1990-05-03", "1990-05-04")]

    assert [Agreement.AGREES, Agreement.UNCLEAR, Agreement.DIFFERS] == found


def test_reasons_are_of_the_names() -> None:
    one, other = told(NAME), told("Walid Omar al-Shamali")
    compared = compare_people(one, other)

    assert not compared.reasons
    assert {"ism", "nisba"} <= {reason.part for reason in with_reasons(compared, one, other).reasons}
