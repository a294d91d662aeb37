from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.domain.document import Origin
from kashf.domain.entity import Verdict
from kashf.domain.forms.form_families import RecordId
from kashf.domain.ids import DocumentId
from kashf.errors import NotAllowedError, NotFoundError, UsageError
from kashf.services.case.open import WritableCase
from kashf.services.forms.form_values import values_of
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.people.decide_people import join_people, mark_seen, take_back_record
from kashf.services.forms.told_families import field_named
from kashf.services.forms.told_records import record
from tests.unit.services.forms.people.entry_forms import entry_form, only, take_in


@pytest.fixture
def scanned(case: WritableCase) -> tuple[WritableCase, list[DocumentId]]:
    """Four forms, all read from pictures."""
    ids = take_in(case, *(entry_form(at) for at in range(4)), origin=Origin.OCR)
    keep_families(case)
    return case, ids


def unseen(case: WritableCase, field: str) -> int:
    family = only(case)
    return values_of(case.reading, family, field_named(family, field)).unseen


def test_a_value_that_somebody_looked_at_is_seen_also_after_a_rebuild(scanned: tuple[WritableCase, list[DocumentId]]) -> None:
    case, ids = scanned
    family = only(case)
    told = record(case.reading, family, ids[0][:12])

    (decided,) = mark_seen(case, told, [field_named(family, "name")], why="plain to read")
    assert (3, 4, "plain to read") == (unseen(case, "name"), unseen(case, "nationality"), decided.why)
    take_in(case, entry_form(4), first=4, origin=Origin.OCR)
    keep_families(case)
    assert 4 == unseen(case, "name")

    take_back_record(case, decided.id)
    assert 5 == unseen(case, "name")


def test_a_value_that_reads_otherwise_now_is_unseen_again(scanned: tuple[WritableCase, list[DocumentId]]) -> None:
    case, ids = scanned
    family = only(case)
    mark_seen(case, record(case.reading, family, ids[0][:12]), [field_named(family, "name"), field_named(family, "nationality")])

    take_in(case, entry_form(0, nation="Arcadie"), origin=Origin.OCR)
    keep_families(case)

    assert (3, 4) == (unseen(case, "name"), unseen(case, "nationality"))


def test_nobody_vouches_for_what_no_machine_read_or_what_was_seen(scanned: tuple[WritableCase, list[DocumentId]]) -> None:
    case, ids = scanned
    family = only(case)
    (digital,) = take_in(case, entry_form(5), first=5)
    keep_families(case)
    name = field_named(family, "name")
    mark_seen(case, record(case.reading, family, ids[0][:12]), [name])

    for document in (digital, ids[0]):
        with pytest.raises(UsageError):
            mark_seen(case, record(case.reading, family, document[:12]), [name])


def test_what_a_person_signed_nobody_else_takes_back(scanned: tuple[WritableCase, list[DocumentId]]) -> None:
    case, ids = scanned
    left, right = RecordId(ids[0]), RecordId(ids[1])
    decided = join_people(replace(case, person="p1"), left, right, verdict=Verdict.DIFFERENT)

    with pytest.raises(NotAllowedError):
        take_back_record(replace(case, person="p2"), decided.id)
    with pytest.raises(NotFoundError):
        take_back_record(case, "ffff")


@pytest.mark.parametrize("other", ["itself", "nowhere"])
def test_only_two_forms_of_the_case_are_one_man(scanned: tuple[WritableCase, list[DocumentId]], other: str) -> None:
    case, ids = scanned
    one = RecordId(ids[0])

    with pytest.raises((UsageError, NotFoundError)):
        join_people(case, one, one if other == "itself" else RecordId(ids[0], 9))
