"""Between forms and rows."""

from __future__ import annotations

import dataclasses
import json
from functools import lru_cache
from typing import Final

from kashf.adapters.records.connection import Row
from kashf.domain.document import Span
from kashf.domain.entity import Value, unchanging
from kashf.domain.forms.form_families import (
    Edition,
    Family,
    FamilyId,
    FamilyKind,
    FieldValue,
    FormDoubt,
    FormRecord,
    ReadValue,
    RecordId,
    TemplateField,
)
from kashf.domain.forms.template_fields import FieldKey, FieldKind, FieldState
from kashf.domain.ids import canonical_json
from kashf.ports.forms import KeptFamily, KeptRecord, KeptValue

FAMILY_COLUMNS: Final = "number, place, id, kind, title, editions, records, documents, doubtful, doubt, titles"
FIELD_COLUMNS: Final = "family, place, key, label, number, wordings, kind"
VALUE_COLUMNS: Final = "state, found, text, page, start, stop, is_unseen, notes, key, label, value, is_doubtful"
#: Characters of what a value says up to which it is remembered, since many say the same.
_SHORT: Final = 500
#: States by their words, which is faster to ask than the class for 22,000 values.
STATES: Final = {state.value: state for state in FieldState}


def family_values(number: int, place: int, kept: KeptFamily) -> Row:
    """Return the row of a family."""
    family = kept.family
    editions = _json([dataclasses.asdict(edition) for edition in family.editions])
    counts = family.records, family.documents, family.doubtful
    return number, place, family.id, family.kind.value, family.title, editions, *counts, family.doubt or "", _json(family.titles)


def field_rows(number: int, kept: KeptFamily) -> list[Row]:
    """Return the rows of a family's fields."""
    fields = zip(kept.family.fields, kept.kinds, strict=True)
    return [
        (number, place, field.key, field.label, field.number, _json(field.wordings), kind.value)
        for place, (field, kind) in enumerate(fields)
    ]


def family_of(row: Row, fields: list[Row]) -> KeptFamily:
    """Return the family of its row and the rows of its fields, in order."""
    _, _, id, kind, title, editions, records, documents, doubtful, doubt, titles = row
    counts = {"records": records, "documents": documents, "doubtful": doubtful}
    told = tuple(
        TemplateField(FieldKey(key), label, number, tuple(json.loads(wordings))) for _, _, key, label, number, wordings, _ in fields
    )
    printed = tuple(Edition(each["number"], tuple(each["fields"]), each["records"]) for each in json.loads(editions))
    doubted, rival = FormDoubt(doubt) if doubt else None, tuple((words, count) for words, count in json.loads(titles))
    family = Family(FamilyId(id), FamilyKind(kind), title, told, printed, **counts, doubt=doubted, titles=rival)
    return KeptFamily(family, tuple(FieldKind(each[-1]) for each in fields))


def is_doubtful(form: FormRecord) -> bool:
    """Return whether a fourth or more of what a form's edition asks was not found on it."""
    asked = [value.state for value in form.values if value.state is not FieldState.NOT_ASKED]
    return 4 * asked.count(FieldState.NOT_FOUND) >= len(asked) > 0


def value_rows(kept: KeptRecord, *, family: int, document: int) -> list[Row]:
    """Return the rows of a record's values: family, field, document, nth and VALUE_COLUMNS."""
    nth = kept.form.id.nth
    return [(family, place, document, nth, *value_values(each)) for place, each in enumerate(kept.values())]


def value_values(kept: KeptValue) -> Row:
    """Return VALUE_COLUMNS of a value."""
    value, read = kept.value, kept.read
    worth, notes = _worth(read) if read.value else "", _json(value.notes) if value.notes else ""
    place = _place(value)
    return value.state.value, kept.found.value, value.text, *place, value.is_unseen, notes, read.key, read.label, worth, read.is_doubtful


@lru_cache(maxsize=1 << 12)
def _worth(read: ReadValue) -> str:
    """Return what a value says as it is stored; many forms say the same."""
    return canonical_json(read.value).decode()


def value_of(field: FieldKey, record: RecordId, row: Row) -> KeptValue:
    """Return a value from a row of VALUE_COLUMNS."""
    state, found, text, page, start, stop, is_unseen, notes, key, label, value, is_unsure = row
    span = Span(record.document, page, start, stop) if page else None
    told = tuple(json.loads(notes)) if notes else ()
    worth = {"value": _parsed(value) if len(value) <= _SHORT else unchanging(json.loads(value))} if value else {}
    read = ReadValue(key, label, is_doubtful=bool(is_unsure), **worth)
    return KeptValue(record, FieldValue(field, STATES[state], text, span, bool(is_unseen), told), read, STATES[found])


@lru_cache(maxsize=1 << 14)
def _parsed(value: str) -> Value:
    """Return what a value says: nobody can change it, so that many forms that say the same share it."""
    return unchanging(json.loads(value))


def _place(value: FieldValue) -> Row:
    return (value.span.page, value.span.start, value.span.end) if value.span else (None, None, None)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
