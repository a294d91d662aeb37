"""Who looked at sealed fields of forms, which, and why. Nothing takes that back: what was seen was seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kashf.domain.entries.persons import signer
from kashf.domain.entries.projections import Projection
from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import FieldKey
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import Entry, EntryKind, Recorded
from kashf.errors import DamagedCaseError


@dataclass(frozen=True, slots=True)
class OpenedFields:
    """That somebody asked for what sealed fields have.

    Args:
        id: Its ledger entry.
        labels: Keys of the labels of the family.
        fields: Which fields.
        record: On which form; None for all forms of the family.
        why: Words of the person.
        who: The actor of its ledger entry.
        when: The time of its ledger entry.
        person: Id of that person of the case.
        leaves: What was written with them into a file for others: "table" or "forms"; "" where they were only looked at.
    """

    id: EntryId
    labels: tuple[FieldKey, ...]
    fields: tuple[FieldKey, ...]
    record: RecordId | None
    why: str
    who: str
    when: dt.datetime
    person: str
    leaves: str = ""


def opened_body(
    labels: Iterable[FieldKey], fields: Iterable[FieldKey], record: RecordId | None, why: str, *, leaves: str = ""
) -> dict[str, Json]:
    """Return what the ledger entry of an opening says; nothing of what stands in the fields."""
    place: Json = {"document": record.document, "nth": record.nth} if record else None
    said: dict[str, Json] = {"family": tuple(labels), "fields": tuple(fields), "record": place, "why": why}
    return {**said, "leaves": leaves} if leaves else said


def opened_fields_of(entries: Iterable[Recorded]) -> tuple[OpenedFields, ...]:
    """Return who looked at what, oldest first; entries of other kinds are passed over.

    Raises:
        DamagedCaseError: An entry is not one that kashf writes.
    """
    return tuple(OPENED_FIELDS.fold(entries))


def _step(told: list[OpenedFields], entry: Entry, id: EntryId) -> list[OpenedFields]:
    body = entry.body
    labels, fields = (_keys(entry, name) for name in ("family", "fields"))
    why, leaves = (str(body.get(name, "")) for name in ("why", "leaves"))
    told.append(OpenedFields(id, labels, fields, _record(entry), why, entry.actor, entry.time, signer(entry), leaves))
    return told


def _keys(entry: Entry, name: str) -> tuple[FieldKey, ...]:
    value = entry.body.get(name)
    if not isinstance(value, list | tuple) or not all(isinstance(each, str) for each in value):
        raise _damaged(entry)
    return tuple(FieldKey(str(each)) for each in value)


def _record(entry: Entry) -> RecordId | None:
    place = entry.body.get("record")
    if place is None:
        return None
    try:
        document, nth = place["document"], place["nth"]  # type: ignore[call-overload,index]  # whatever else it is, is caught
        return RecordId(DocumentId(str(document)), int(str(nth)))
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged(entry) from error


def _damaged(entry: Entry) -> DamagedCaseError:
    return DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} is no opening of sealed fields that can be read")


#: Who looked at what.
OPENED_FIELDS: Final[Projection[list[OpenedFields]]] = Projection(frozenset({EntryKind.FIELDS_OPENED}), list, _step)
