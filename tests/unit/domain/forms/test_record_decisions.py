from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from kashf.domain.document import Span
from kashf.domain.entity import Verdict
from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.record_decisions import PeopleJoined, ValueSeen, record_decisions_of, text_hash
from kashf.domain.forms.template_fields import FieldKey
from kashf.domain.ids import DocumentId, Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.errors import DamagedCaseError

FIRST, SECOND = (RecordId(DocumentId(letter * 64), 2) for letter in "ab")
JOINED = PeopleJoined(FIRST, SECOND, Verdict.SAME)
SPAN = Span(FIRST.document, 3, 10, 15)
SEEN = ValueSeen(FIRST, FieldKey("name"), SPAN, text_hash(SPAN, "Salim"))


def entry(kind: EntryKind, body: Mapping[str, Json], *, seq: int = 0, person: str = "") -> Entry:
    signed = {**body, "person": person} if person else body
    return Entry("d" * 32 + "/work", seq, GENESIS, dt.datetime(2016, 5, 2, tzinfo=dt.UTC), "amal", kind, signed)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (EntryKind.PEOPLE_JOINED, JOINED),
        (EntryKind.PEOPLE_JOINED, PeopleJoined(FIRST, SECOND, Verdict.DIFFERENT)),
        (EntryKind.VALUE_SEEN, SEEN),
    ],
)
def test_a_decision_comes_back_as_its_entry_has_it(kind: EntryKind, told: PeopleJoined | ValueSeen) -> None:
    written = entry(kind, {**told.body(), "why": "one hand"})

    (decided,) = record_decisions_of([(written, written.id)])

    assert (told, "one hand", None) == (decided.told, decided.why, decided.undone)


def test_what_a_person_signed_only_that_person_takes_back() -> None:
    first = entry(EntryKind.VALUE_SEEN, SEEN.body(), person="p1")
    by_other = entry(EntryKind.UNDONE, {"entry": first.id}, seq=1, person="p2")
    by_same = entry(EntryKind.UNDONE, {"entry": first.id}, seq=2, person="p1")

    (kept,) = record_decisions_of([(each, each.id) for each in (first, by_other)])
    (undone,) = record_decisions_of([(each, each.id) for each in (first, by_other, by_same)])

    assert kept.undone is None
    assert undone.undone is not None
    assert by_same.id == undone.undone.id


@pytest.mark.parametrize(
    "body", [{}, {"left": "a", "right": "b", "verdict": "same"}, {**JOINED.body(), "right": {"document": "b", "nth": "second"}}]
)
def test_an_entry_that_names_no_two_forms_is_refused(body: dict[str, Json]) -> None:
    damaged = entry(EntryKind.PEOPLE_JOINED, body)

    with pytest.raises(DamagedCaseError):
        record_decisions_of([(damaged, damaged.id)])


def test_the_ledger_has_no_more_of_a_value_than_tells_whether_it_changed() -> None:
    assert 4 == len(SEEN.text_hash)
    assert "Salim" not in str(SEEN.body())
    assert SEEN.text_hash != text_hash(SPAN, "Salem")
