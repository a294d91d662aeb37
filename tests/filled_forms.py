"""A family of filled-in forms in few words, as what finds them would tell of it."""

from __future__ import annotations

from collections.abc import Sequence

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
from kashf.ports.forms import FoundForms, KeptFamily, KeptRecord

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
    return KeptRecord(FormRecord(RecordId(document, nth), FAMILY, 1, (1,), values), tuple(_read(value) for value in values))


def forms_of(*records: KeptRecord, version: str = "1") -> FoundForms:
    """Return forms of one family, as they are stored."""
    documents = {each.form.id.document for each in records}
    printed = [Span(document, 1, 100 * line, 100 * line + len(key)) for document in sorted(documents) for line, key in enumerate(FIELDS)]
    return FoundForms(version, (family(records=len(records), documents=len(documents)),), records, printed)


def _value(document: DocumentId, line: int, key: str, text: str) -> FieldValue:
    if text in {"", "?"}:
        return FieldValue(FieldKey(key), FieldState.NOT_FOUND if text else FieldState.BLANK)
    start = 100 * line + len(key) + 2
    return FieldValue(FieldKey(key), FieldState.FILLED, text, Span(document, 1, start, start + len(text)))


def _read(value: FieldValue) -> ReadValue:
    return ReadValue(value.text.casefold(), value.text)
