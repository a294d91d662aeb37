"""A family of filled-in forms in few words, as what finds them would tell of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kashf.domain.document import Span
from kashf.domain.forms.form_families import (
    Edition,
    Family,
    FamilyId,
    FamilyKind,
    FieldValue,
    FormRecord,
    ReadValue,
    RecordId,
    TemplateField,
)
from kashf.domain.forms.template_fields import FieldKey, FieldKind, FieldState
from kashf.domain.ids import DocumentId
from kashf.ports.forms import KeptFamily, KeptForms, KeptRecord
from kashf.ports.stores import CaseStore

FAMILY = FamilyId("f0a1b2c3d4e5")
#: What the template asks, with the kinds as which it is read.
FIELDS = {"name": FieldKind.NAME, "mother": FieldKind.MOTHER, "nationality": FieldKind.NATIONALITY, "blood": FieldKind.BLOOD}


def family(*, records: int = 1, documents: int = 1, id: FamilyId = FAMILY, fields: Sequence[str] = tuple(FIELDS)) -> KeptFamily:
    """Return a family that asks some fields, in one edition."""
    told = tuple(TemplateField(FieldKey(key), key.capitalize(), str(number)) for number, key in enumerate(fields, 1))
    editions = (Edition(1, tuple(field.key for field in told), records),)
    return KeptFamily(Family(id, FamilyKind.FORM, "Data sheet", told, editions, records, documents), tuple(FIELDS[key] for key in fields))


def form(document: DocumentId, nth: int = 1, **filled: str) -> KeptRecord:
    """Return a form with what is filled in, one value a line of its page; "" is blank, and "?" was not found."""
    values = tuple(_value(document, line, key, filled.get(key, "")) for line, key in enumerate(FIELDS))
    return KeptRecord(
        FormRecord(RecordId(document, nth), FAMILY, 1, (1,), values), tuple(map(_read, values)), tuple(each.state for each in values)
    )


@dataclass(frozen=True)
class Found:
    """All forms of a case, as they are stored, and by which version they were found."""

    families: tuple[KeptFamily, ...] = ()
    forms: tuple[KeptForms, ...] = ()
    version: str = ""

    @property
    def records(self) -> tuple[KeptRecord, ...]:
        """All records, in the order of their documents."""
        return tuple(record for each in self.forms for record in each.records)


def forms_of(*records: KeptRecord, version: str = "1") -> Found:
    """Return forms of one family."""
    documents = sorted({each.form.id.document for each in records})
    forms = tuple(_forms(document, [each for each in records if each.form.id.document == document]) for document in documents)
    return Found((family(records=len(records), documents=len(documents)),), forms, version)


def keep(store: CaseStore, found: Found) -> bool:
    """Store forms as a whole; returns whether no document changed meanwhile."""
    with store.unit() as uow:
        uow.put_families(found.families)
        uow.put_forms_of(found.forms)
        ended = uow.end_families(found.version, found.families)
        uow.commit()
    return ended


def _forms(document: DocumentId, records: list[KeptRecord]) -> KeptForms:
    return KeptForms(document, tuple(records), tuple(Span(document, 1, 100 * at, 100 * at + len(key)) for at, key in enumerate(FIELDS)))


def _value(document: DocumentId, line: int, key: str, text: str) -> FieldValue:
    if text in {"", "?"}:
        return FieldValue(FieldKey(key), FieldState.NOT_FOUND if text else FieldState.BLANK)
    start = 100 * line + len(key) + 2
    return FieldValue(FieldKey(key), FieldState.FILLED, text, Span(document, 1, start, start + len(text)))


def _read(value: FieldValue) -> ReadValue:
    return ReadValue(value.text.casefold(), value.text)
