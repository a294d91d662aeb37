from __future__ import annotations

from kashf.domain.entity import Verdict
from kashf.domain.entries.delivery import Scope
from kashf.domain.forms.form_families import RecordId
from kashf.entities.form_people.compare_people import PersonVerdict
from kashf.entities.form_people.people_bounds import PeopleBounds
from kashf.services.case.open import WritableCase
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.people.decide_people import join_people, take_back_record
from kashf.services.forms.people.told_people import FormPeople, form_people
from tests.unit.services.forms.people.entry_forms import entry_form, only, take_in


def told(case: WritableCase, *forms: str) -> tuple[list[RecordId], FormPeople]:
    ids = take_in(case, *forms)
    keep_families(case)
    return [RecordId(each) for each in ids], people(case)


def people(case: WritableCase) -> FormPeople:
    return form_people(case.reading, [only(case)])


def test_a_copy_and_a_form_with_another_remark_are_no_other_man(case: WritableCase) -> None:
    forms = [entry_form(at) for at in range(4)]
    ids, found = told(case, *forms, forms[0] + "\n", entry_form(1, extra="came by day"))

    assert (PeopleBounds(4, 4, 4), 2, ()) == (found.bounds, found.copies, found.questions)
    assert ((ids[0], ids[4]), (ids[1], ids[5])) == found.groups


def test_another_form_of_one_man_is_proposed_and_counted_as_two_until_somebody_decides(case: WritableCase) -> None:
    again = entry_form(0, born="1980", phone="none", came="2/9/2015", extra="came back")
    ids, found = told(case, *(entry_form(at) for at in range(4)), again)
    assert (PeopleBounds(4, 5, 4), 1) == (found.bounds, found.proposed)
    assert [(ids[0], ids[4], PersonVerdict.PROPOSED)] == [(each.left, each.right, each.compared.verdict) for each in found.questions]

    decided = join_people(case, ids[4], ids[0], why="one hand")
    assert (PeopleBounds(4, 4, 4), 1, ()) == ((after := people(case)).bounds, after.joined, after.questions)

    take_back_record(case, decided.id[:12])
    join_people(case, ids[0], ids[4], verdict=Verdict.DIFFERENT)
    assert (PeopleBounds(5, 5, 5), 1, ()) == ((after := people(case)).bounds, after.parted, after.questions)


def test_namesakes_and_brothers_are_two_men(case: WritableCase) -> None:
    namesake = entry_form(0, mother="Huda", born="3/3/1971", phone="none", extra="")
    brother = entry_form(1, name="Ziyad Nasser al-Shamali", born="4/4/1984", extra="")
    _, found = told(case, *(entry_form(at) for at in range(4)), namesake, brother)

    assert (PeopleBounds(6, 6, 6), ()) == (found.bounds, found.questions)


def test_a_form_that_differs_in_the_birth_alone_is_asked(case: WritableCase) -> None:
    sparse = {"mother": "", "phone": ""}
    ids, found = told(case, *(entry_form(at) for at in range(4)), entry_form(4, **sparse), entry_form(4, **sparse, born="14/6/1984"))

    assert [(ids[4], ids[5], PersonVerdict.ASKED)] == [(each.left, each.right, each.compared.verdict) for each in found.questions]
    assert PeopleBounds(5, 6, 6) == found.bounds


def test_forms_without_a_name_raise_only_the_most(case: WritableCase) -> None:
    _, found = told(case, *(entry_form(at) for at in range(4)), entry_form(5, name="", mother="", phone=""))

    assert (PeopleBounds(4, 5, 5), 1, 0) == (found.bounds, found.nameless, found.crowded)


def test_forms_that_are_no_part_of_the_leak_are_of_nobody_in_it(case: WritableCase) -> None:
    told(case, *(entry_form(at) for at in range(4)))
    family = only(case)

    assert 0 == form_people(case.reading, [family], scope=Scope.OWN_WORK).records
    assert PeopleBounds(0, 0, 0) == form_people(case.reading, [family], scope=Scope.OWN_WORK).bounds
