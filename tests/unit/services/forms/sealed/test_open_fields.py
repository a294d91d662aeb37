from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.domain.forms.template_fields import FieldKey
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import EntryKind
from kashf.errors import NotAllowedError, UsageError
from kashf.services.case.open import WritableCase
from kashf.services.forms.decide_forms import join_values
from kashf.services.forms.form_values import SEALED_ANSWER, values_of
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.sealed.open_fields import AskedOpening, fields_to_open, open_fields, opened_fields
from kashf.services.forms.told_families import FormFamily, families, field_named
from kashf.services.forms.told_records import ToldRecord, record
from kashf.services.ledger.persons import introduce
from kashf.show.forms.form_answers import record_answer
from tests.unit.services.forms.filled import fill, sheet

MOTHER = FieldKey("mother s name")


def filled(case: WritableCase, *extra: str) -> tuple[FormFamily, ToldRecord]:
    """Keep data sheets with a birth and a day, and return the first with its family."""
    documents = fill(case, *(f"{sheet(at)}\n6) Date of birth: {born}\n7) Date of joining: 2.5.2014" for at, born in enumerate(extra)))
    keep_families(case)
    (of,) = families(case.reading).families
    return of, told(case, of, documents[0])


def told(case: WritableCase, of: FormFamily, document: DocumentId) -> ToldRecord:
    return record(case.reading, of, document)


def signing(case: WritableCase) -> WritableCase:
    return replace(case, person=introduce(case, "amal").id)


GROWN = ("1.1.1980",) * 5


def test_what_is_opened_is_shown_in_that_answer_and_written_down_without_a_word_of_it(case: WritableCase) -> None:
    of, first = filled(case, *GROWN)
    asked = AskedOpening(fields_to_open(of, ["mother"], [field for field, _ in first.values]), first.form.id, "two men of one name")

    keys = open_fields(signing(case), of, asked)

    assert "Mother of Salim" in str(record_answer(first, opened=keys))
    assert "Mother of Salim" not in str(record_answer(first))
    (opened,) = opened_fields(case.reading.view)
    assert (first.form.id, "two men of one name", "amal") == (opened.record, opened.why, opened.who)
    (entry, _), *_ = case.reading.view.entries(kinds=[EntryKind.FIELDS_OPENED])
    assert "Salim" not in entry.canonical().decode()


def test_nothing_is_opened_without_a_person_or_a_reason_or_where_nothing_is_sealed(case: WritableCase) -> None:
    of, first = filled(case, *GROWN)
    mother = AskedOpening(fields_to_open(of, ["all"], [field for field, _ in first.values]), first.form.id, "a reason")
    nation = replace(mother, fields=(field_named(of, "nationality"),))

    with pytest.raises(NotAllowedError):
        open_fields(case, of, mother)
    person = signing(case)
    for wrong in (replace(mother, why="  "), nation):
        with pytest.raises(UsageError):
            open_fields(person, of, wrong)
    assert () == opened_fields(case.reading.view)


def test_all_that_tells_who_a_minor_is_is_sealed_and_what_can_be_counted_is_not(case: WritableCase) -> None:
    of, first = filled(case, "1.1.1999", *GROWN[1:])
    answer = record_answer(first)
    shown = {each["field"]: each["hidden"] for each in answer["values"]}

    assert "Salim" not in str(answer)
    assert {True, False} == {shown["name"], shown["nationality"]}
    names = values_of(case.reading, of, field_named(of, "name"))
    assert [(SEALED_ANSWER, 1)] == [(each.key, each.records) for each in names.groups if "Q" not in each.label]
    assert not [each for each in names.groups if "Salim" in each.label]


def test_sealed_values_are_not_joined_since_a_decision_has_their_words(case: WritableCase) -> None:
    of, _ = filled(case, *GROWN)

    with pytest.raises(NotAllowedError):
        join_values(case, of, field_named(of, "mother"), ("Mother of Salim", "Mother of Hana"))
    assert () == case.reading.view.entries(kinds=[EntryKind.VALUES_JOINED])
