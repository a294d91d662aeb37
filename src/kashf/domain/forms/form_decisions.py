"""What people decided about forms: what a field asks, which values of it are one, and which families are editions of one template.

A decision names its family by the keys of its labels, and holds for whatever family has most of them now, so that it outlives a rebuild
and holds for forms that come later. Nothing is overwritten: what was decided last about one thing stands, until it is taken back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.decisions import Retraction
from kashf.domain.entity import Verdict
from kashf.domain.entries.persons import signer
from kashf.domain.entries.projections import Projection
from kashf.domain.forms.form_families import Family, FamilyId
from kashf.domain.forms.template_fields import FieldKey, FieldKind
from kashf.domain.ids import EntryId, Json
from kashf.domain.ledger import Entry, EntryKind, Recorded
from kashf.errors import DamagedCaseError, LaterVersionError


@dataclass(frozen=True, slots=True)
class FieldMapped:
    """That a field asks something.

    Args:
        field: Which.
        kind: What it asks.
        name: What the person calls it; "" for what the kind is called.
        is_sealed: Whether its values are hidden unless somebody asks with a reason.
    """

    field: FieldKey
    kind: FieldKind
    name: str
    is_sealed: bool

    def body(self) -> dict[str, Json]:
        """Return it as its ledger entry has it."""
        return {"field": self.field, "kind": self.kind.value, "name": self.name, "sealed": self.is_sealed}


@dataclass(frozen=True, slots=True)
class ValuesJoined:
    """That two values of a field say the same, or do not.

    Args:
        field: Of which field.
        left: Key of a value.
        right: Of another.
        verdict: Same or different.
    """

    field: FieldKey
    left: str
    right: str
    verdict: Verdict

    def body(self) -> dict[str, Json]:
        """Return it as its ledger entry has it."""
        return {"field": self.field, "left": self.left, "right": self.right, "verdict": self.verdict.value}


@dataclass(frozen=True, slots=True)
class FamiliesJoined:
    """That two families are editions of one template.

    Args:
        other: Keys of the labels of the other family.
        fields: Which field of the one is which of the other; what is not told here and has another key is a field of its own.
    """

    other: tuple[FieldKey, ...]
    fields: tuple[tuple[FieldKey, FieldKey], ...]

    def body(self) -> dict[str, Json]:
        """Return it as its ledger entry has it."""
        return {"other": self.other, "fields": self.fields}


@dataclass(frozen=True, slots=True)
class FormDecision:
    """A decision about forms.

    Args:
        id: Its ledger entry.
        labels: Keys of the labels of the family that it is about.
        told: What was decided.
        why: Words of the person.
        who: The actor of its ledger entry.
        when: The time of its ledger entry.
        person: Id of that person of the case; "" when no person of the case signed it.
        undone: The first retraction of it that counts, or None while it stands.
    """

    id: EntryId
    labels: tuple[FieldKey, ...]
    told: FieldMapped | ValuesJoined | FamiliesJoined
    why: str
    who: str
    when: dt.datetime
    person: str = ""
    undone: Retraction | None = None

    def may_be_undone_by(self, person: str) -> bool:
        """Return whether somebody may take it back: what a person of the case signed, only that person."""
        return self.person in {"", person}


def form_decisions_of(entries: Iterable[Recorded]) -> tuple[FormDecision, ...]:
    """Return what was decided about forms, oldest first, with what was taken back; entries of other kinds are passed over.

    Raises:
        DamagedCaseError: An entry is not one that kashf writes.
        LaterVersionError: A field asks what this kashf does not know.
    """
    return tuple(FORM_DECISIONS.fold(entries).values())


def family_named(labels: Iterable[FieldKey], families: Sequence[Family]) -> Family | None:
    """Return the family that has most of some labels now, more than half of them; of several the first; None for none.

    >>> family_named([FieldKey("name")], []) is None
    True
    """
    named = frozenset(labels)
    shared = {each.id: len(named.intersection(field.key for field in each.fields)) for each in families}
    best = max(families, key=lambda each: shared[each.id], default=None)
    return best if best and 2 * shared[best.id] > len(named) else None


def sure_families(families: Sequence[Family], decisions: Iterable[FormDecision]) -> frozenset[FamilyId]:
    """Return which families are of forms: nothing speaks against it, or a person decided what their fields ask, or joined them.

    By the others nothing is judged but what stands in their own fields.
    """
    standing = [each for each in decisions if each.undone is None and not isinstance(each.told, ValuesJoined)]
    named = [labels for each in standing for labels in (each.labels, *([each.told.other] if isinstance(each.told, FamiliesJoined) else []))]
    vouched = {family.id for labels in named if (family := family_named(labels, families))}
    return frozenset(each.id for each in families if each.doubt is None or each.id in vouched)


def _tell(told: dict[EntryId, FormDecision], entry: Entry, id: EntryId) -> dict[EntryId, FormDecision]:
    if entry.kind in _READERS:
        labels = _keys(entry, entry.body.get("family"))
        said = _READERS[entry.kind](entry)
        told[id] = FormDecision(id, labels, said, _text(entry, "why"), entry.actor, entry.time, signer(entry))
    elif known := told.get(EntryId(_text(entry, "entry"))):
        retraction = Retraction(entry.actor, entry.time, id, signer(entry))
        if known.undone is None and known.may_be_undone_by(retraction.person):
            told[known.id] = replace(known, undone=retraction)
    return told


def _mapped(entry: Entry) -> FieldMapped:
    field = _field(entry)
    try:
        kind = FieldKind(_text(entry, "kind"))
    except ValueError as error:
        raise LaterVersionError("a field of a form asks what this kashf does not know") from error
    return FieldMapped(field, kind, _text(entry, "name"), entry.body.get("sealed") is True)


def _joined(entry: Entry) -> ValuesJoined:
    verdict = Verdict.SAME if entry.body.get("verdict") == Verdict.SAME else Verdict.DIFFERENT
    return ValuesJoined(_field(entry), _text(entry, "left"), _text(entry, "right"), verdict)


def _families(entry: Entry) -> FamiliesJoined:
    fields = entry.body.get("fields")
    pairs = [_keys(entry, pair) for pair in fields] if isinstance(fields, list | tuple) else []
    return FamiliesJoined(_keys(entry, entry.body.get("other")), tuple((pair[0], pair[-1]) for pair in pairs))


def _text(entry: Entry, name: str) -> str:
    return str(entry.body.get(name, ""))


def _field(entry: Entry) -> FieldKey:
    return _keys(entry, [entry.body.get("field")])[0]


def _keys(entry: Entry, value: Json) -> tuple[FieldKey, ...]:
    """Return keys of labels, of which there is one at least."""
    if not isinstance(value, list | tuple) or not value or not all(isinstance(each, str) for each in value):
        raise DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} is no decision about forms that can be read")
    return tuple(FieldKey(str(each)) for each in value)


_READERS: Final[Mapping[str, Callable[[Entry], FieldMapped | ValuesJoined | FamiliesJoined]]] = {
    EntryKind.FIELD_MAPPED: _mapped,
    EntryKind.VALUES_JOINED: _joined,
    EntryKind.FAMILIES_JOINED: _families,
}
_KINDS: Final = frozenset({*_READERS, EntryKind.UNDONE})
#: What people decided about forms.
FORM_DECISIONS: Final[Projection[dict[EntryId, FormDecision]]] = Projection(_KINDS, dict, _tell)
