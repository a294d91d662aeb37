"""What people decided about single forms: that two are about one man or two, and that a value was read right by a machine.

A form is named by its document and its place there, a value by its place and a hash of its words: where these read otherwise later, nobody
has looked at what stands there now.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.decisions import Retraction
from kashf.domain.document import Span
from kashf.domain.entity import Verdict
from kashf.domain.entries.persons import signer
from kashf.domain.entries.projections import Projection
from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import FieldKey
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import Entry, EntryKind, Recorded
from kashf.errors import DamagedCaseError


@dataclass(frozen=True, slots=True)
class PeopleJoined:
    """That two forms are about one man, or about two.

    Args:
        left: The one.
        right: The other.
        verdict: Same or different.
    """

    left: RecordId
    right: RecordId
    verdict: Verdict

    def body(self) -> dict[str, Json]:
        """Return it as its ledger entry has it."""
        return {"left": _record_body(self.left), "right": _record_body(self.right), "verdict": self.verdict.value}


@dataclass(frozen=True, slots=True)
class ValueSeen:
    """That somebody looked at a value, and a machine had read it right.

    Args:
        record: On which form.
        field: In which field.
        span: Where its words stand.
        text_hash: `text_hash` of it.
    """

    record: RecordId
    field: FieldKey
    span: Span
    text_hash: str

    def body(self) -> dict[str, Json]:
        """Return it as its ledger entry has it; it has none of the words."""
        place = {"page": self.span.page, "start": self.span.start, "end": self.span.end}
        return {"record": _record_body(self.record), "field": self.field, **place, "text": self.text_hash}


@dataclass(frozen=True, slots=True)
class RecordDecision:
    """A decision about single forms.

    Args:
        id: Its ledger entry.
        told: What was decided.
        why: Words of the person.
        who: The actor of its ledger entry.
        when: The time of its ledger entry.
        person: Id of that person of the case; "" when no person of the case signed it.
        undone: The first retraction of it that counts, or None while it stands.
    """

    id: EntryId
    told: PeopleJoined | ValueSeen
    why: str
    who: str
    when: dt.datetime
    person: str = ""
    undone: Retraction | None = None

    def may_be_undone_by(self, person: str) -> bool:
        """Return whether somebody may take it back: what a person of the case signed, only that person."""
        return self.person in {"", person}


def record_decisions_of(entries: Iterable[Recorded]) -> tuple[RecordDecision, ...]:
    """Return what was decided about single forms, oldest first, with what was taken back; other entries are passed over.

    Raises:
        DamagedCaseError: An entry is not one that kashf writes.
    """
    return tuple(RECORD_DECISIONS.fold(entries).values())


def text_hash(span: Span, text: str) -> str:
    """Return by what it is known whether a value still reads as somebody saw it: four hex digits.

    They are so few that nobody can tell from the ledger what stood there, once the document is destroyed.

    >>> text_hash(Span(DocumentId("3f"), 1, 0, 5), "Salim") == text_hash(Span(DocumentId("3f"), 1, 0, 5), "Salem")
    False
    """
    return hashlib.sha256(f"{span.document}/{span.page}:{span.start}-{span.end}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:4]


def _tell(told: dict[EntryId, RecordDecision], entry: Entry, id: EntryId) -> dict[EntryId, RecordDecision]:
    if entry.kind == EntryKind.UNDONE:
        if known := told.get(EntryId(str(entry.body.get("entry", "")))):
            retraction = Retraction(entry.actor, entry.time, id, signer(entry))
            if known.undone is None and known.may_be_undone_by(retraction.person):
                told[known.id] = replace(known, undone=retraction)
        return told
    try:
        said = _people(entry) if entry.kind == EntryKind.PEOPLE_JOINED else _seen(entry)
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} is no decision about a form that can be read") from error
    told[id] = RecordDecision(id, said, str(entry.body.get("why", "")), entry.actor, entry.time, signer(entry))
    return told


def _people(entry: Entry) -> PeopleJoined:
    left, right = (_record(entry.body[side]) for side in ("left", "right"))
    return PeopleJoined(left, right, Verdict.SAME if entry.body["verdict"] == Verdict.SAME else Verdict.DIFFERENT)


def _seen(entry: Entry) -> ValueSeen:
    body, record = entry.body, _record(entry.body["record"])
    page, start, end = (_number(body[name]) for name in ("page", "start", "end"))
    return ValueSeen(record, FieldKey(str(body["field"])), Span(record.document, page, start, end), str(body["text"]))


def _record(body: Json) -> RecordId:
    if not isinstance(body, Mapping):
        raise TypeError("a form is named by its document and its place")
    return RecordId(DocumentId(str(body["document"])), _number(body["nth"]))


def _record_body(record: RecordId) -> dict[str, Json]:
    return {"document": record.document, "nth": record.nth}


def _number(value: Json) -> int:
    if not isinstance(value, int):
        raise TypeError("a place is a number")
    return value


#: What people decided about single forms, oldest first.
RECORD_DECISIONS: Final[Projection[dict[EntryId, RecordDecision]]] = Projection(
    frozenset({EntryKind.PEOPLE_JOINED, EntryKind.VALUE_SEEN, EntryKind.UNDONE}), dict, _tell
)
