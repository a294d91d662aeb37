from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from kashf.domain.entity import Verdict
from kashf.domain.forms.form_decisions import FamiliesJoined, FieldMapped, ValuesJoined, family_named, form_decisions_of
from kashf.domain.forms.form_families import Family, FamilyId, FamilyKind, TemplateField
from kashf.domain.forms.template_fields import FieldKey, FieldKind
from kashf.domain.ids import Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.errors import DamagedCaseError, LaterVersionError

NAME, NATION, BLOOD = (FieldKey(each) for each in ("name", "nation", "blood"))
MAPPED = FieldMapped(NATION, FieldKind.NATIONALITY, "country", is_sealed=True)


def entry(kind: EntryKind, body: Mapping[str, Json], *, seq: int = 0, person: str = "") -> Entry:
    signed = {**body, "person": person} if person else body
    return Entry("d" * 32 + "/work", seq, GENESIS, dt.datetime(2016, 5, 2, tzinfo=dt.UTC), "amal", kind, signed)


def family(id: str, *keys: FieldKey) -> Family:
    return Family(FamilyId(id), FamilyKind.FORM, "", tuple(TemplateField(key, key) for key in keys), (), 0, 0)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (EntryKind.FIELD_MAPPED, MAPPED),
        (EntryKind.VALUES_JOINED, ValuesJoined(NATION, "se", "swede", Verdict.SAME)),
        (EntryKind.VALUES_JOINED, ValuesJoined(NATION, "se", "swede", Verdict.DIFFERENT)),
        (EntryKind.FAMILIES_JOINED, FamiliesJoined((NAME, BLOOD), ((NATION, BLOOD),))),
    ],
)
def test_a_decision_comes_back_as_its_entry_has_it(kind: EntryKind, told: FieldMapped | ValuesJoined | FamiliesJoined) -> None:
    written = entry(kind, {"family": [NAME, NATION], "why": "the stamp says so", **told.body()})

    (decided,) = form_decisions_of([(written, written.id)])

    assert (told, (NAME, NATION), "the stamp says so", None) == (decided.told, decided.labels, decided.why, decided.undone)


def test_what_is_taken_back_does_not_stand_and_is_still_told() -> None:
    first = entry(EntryKind.FIELD_MAPPED, {"family": [NAME], **MAPPED.body()})
    undone = entry(EntryKind.UNDONE, {"entry": first.id}, seq=1)

    told = form_decisions_of([(first, first.id), (undone, undone.id)])

    assert [undone.id] == [each.undone.id for each in told if each.undone]


@pytest.mark.parametrize("body", [{}, {"family": []}, {"family": [7], "field": "name"}, {"family": ["name"], "kind": "name"}])
def test_an_entry_that_does_not_name_labels_is_refused(body: dict[str, Json]) -> None:
    damaged = entry(EntryKind.FIELD_MAPPED, body)

    with pytest.raises(DamagedCaseError):
        form_decisions_of([(damaged, damaged.id)])


def test_a_kind_of_field_that_a_later_kashf_knows_is_not_taken_for_another() -> None:
    later = entry(EntryKind.FIELD_MAPPED, {"family": ["name"], "field": "name", "kind": "iris scan"})

    with pytest.raises(LaterVersionError):
        form_decisions_of([(later, later.id)])


def test_labels_name_the_family_that_has_most_of_them() -> None:
    old, new = family("a" * 12, NAME, BLOOD), family("b" * 12, NAME, NATION, FieldKey("height"))

    assert new is family_named([NAME, NATION, FieldKey("weight")], [old, new])
    assert None is family_named([NATION, FieldKey("weight"), FieldKey("age")], [old, new])
