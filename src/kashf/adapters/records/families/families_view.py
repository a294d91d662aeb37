"""Reads filled-in forms."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kashf.adapters.records.connection import Row
from kashf.adapters.records.families.family_rows import FAMILY_COLUMNS, FIELD_COLUMNS, STATES, VALUE_COLUMNS, family_of, value_of
from kashf.adapters.records.names_view import SqlNames
from kashf.domain.forms.form_families import FamilyId, FormRecord, RecordId
from kashf.domain.forms.template_fields import FieldKey, FieldState
from kashf.domain.ids import DocumentId
from kashf.ports.forms import FieldPlace, KeptFamily, KeptRecord, KeptValue, RecordHead, ValueCell

_RECORDS: Final = "form_records JOIN documents ON documents.number = form_records.document"
_VALUES: Final = "form_values JOIN documents ON documents.number = form_values.document"
#: Both by number: where one hangs on the row, every value of the family is looked at.
_OF_FIELD: Final = "WHERE form_values.family = ? AND field = ?"
_COLUMN: Final = (
    "SELECT family, template_fields.place FROM template_fields JOIN families ON families.number = family "
    "WHERE families.id = ? AND template_fields.key = ?"
)
_CELLS: Final = "documents.id, nth, state, form_values.key, form_values.label, is_doubtful, is_unseen"
#: Documents first: there are few, and the planner cannot know it.
_PLACES: Final = (
    "SELECT documents.id, page, start, stop, family, field, nth FROM documents CROSS JOIN form_values "
    "WHERE form_values.document = documents.number AND page IS NOT NULL AND documents.id"
)
_PRINTED: Final = "SELECT id, page, places FROM template_places JOIN documents ON documents.number = template_places.document WHERE id"
_HEADS: Final = f"SELECT documents.id, nth, family, edition, form_records.pages FROM {_RECORDS} WHERE documents.id"
_RECORD_VALUES: Final = (
    f"SELECT documents.id, nth, field, {', '.join(f'form_values.{name}' for name in VALUE_COLUMNS.split(', '))} "
    "FROM documents CROSS JOIN form_values WHERE form_values.document = documents.number AND documents.id"
)


class SqlForms(SqlNames):
    """The part of the reading side of a case that is about forms."""

    def families_version(self) -> str:
        """Return the version by which families were found, or "" where they were not since documents were last stored or left out."""
        rows = self.sql.rows("SELECT version FROM families_made")
        return str(rows[0][0]) if rows else ""

    def kept_families(self) -> tuple[KeptFamily, ...]:
        """Return the families, in the order in which they are told."""
        return tuple(self._numbered().values())

    def record_heads(self, family: FamilyId | None = None) -> tuple[RecordHead, ...]:
        """Return the least of all records of a family, or of all, by document and place."""
        ids = self._family_ids()
        which, values = (" WHERE family = (SELECT number FROM families WHERE id = ?)", (family,)) if family else ("", ())
        sql = f"SELECT documents.id, nth, family, edition, is_doubtful FROM {_RECORDS}{which}"
        heads = (RecordHead(id, nth, ids[of], edition, bool(doubt)) for id, nth, of, edition, doubt in self.sql.rows(sql, values))
        return tuple(sorted(heads))

    def count_states(self, family: FamilyId, documents: Sequence[DocumentId] | None = None) -> Mapping[FieldKey, Mapping[FieldState, int]]:
        """Return how many records of a family, of some documents or all, have each state in each field; those of none are left out."""
        keys = [FieldKey(row[0]) for row in self.sql.rows(_FIELD_KEYS, (family,))]
        grouped = " GROUP BY field, state"
        if documents is None:
            rows = self.sql.rows(_STATES + grouped, (family,))
        else:
            some = "document IN (SELECT number FROM documents WHERE id"
            rows = self.sql.among(f"{_STATES} AND {some}", documents, before=(family,), after=f"){grouped}")
        counts: dict[FieldKey, dict[FieldState, int]] = {key: {} for key in keys}
        for field, state, count in rows:
            counts[keys[field]][STATES[state]] = counts[keys[field]].get(STATES[state], 0) + count
        return counts

    def value_cells(self, family: FamilyId, field: FieldKey) -> tuple[ValueCell, ...]:
        """Return the least of each value of a field, by document and place."""
        rows = sorted(map(tuple, self._of_field(_CELLS, family, field)))  # Of a document and a place there is one.
        return tuple(
            [ValueCell(id, nth, STATES[state], key, label, bool(doubt), bool(unseen)) for id, nth, state, key, label, doubt, unseen in rows]
        )

    def values_in(self, family: FamilyId, field: FieldKey) -> tuple[KeptValue, ...]:
        """Return each value of a field with what it says, by document and place."""
        columns = ", ".join(f"form_values.{name}" for name in VALUE_COLUMNS.split(", "))
        rows = self._of_field(f"documents.id, nth, {columns}", family, field)
        in_order = sorted(rows, key=lambda row: (row[0], row[1]))
        return tuple(value_of(field, RecordId(DocumentId(id), nth), rest) for id, nth, *rest in in_order)

    def form_records(self, records: Sequence[RecordId]) -> tuple[KeptRecord, ...]:
        """Return some records with all their values, in the order asked for; unknown ones are left out."""
        documents = sorted({record.document for record in records})
        heads = {RecordId(row[0], row[1]): row[2:] for row in self.sql.among(_HEADS, documents)}
        values: dict[RecordId, list[Row]] = {}
        for row in self.sql.among(_RECORD_VALUES, documents):
            values.setdefault(RecordId(row[0], row[1]), []).append(row[2:])
        families = self._numbered()
        return tuple(_record(id, heads[id], values.get(id, []), families) for id in records if id in heads)

    def records_in(self, documents: Sequence[DocumentId]) -> Mapping[DocumentId, tuple[RecordId, ...]]:
        """Return which records stand in some documents; those without any are left out."""
        found: dict[DocumentId, list[RecordId]] = {}
        for id, nth in sorted(map(tuple, self.sql.among(f"SELECT documents.id, nth FROM {_RECORDS} WHERE documents.id", documents))):
            found.setdefault(DocumentId(id), []).append(RecordId(DocumentId(id), nth))
        return {document: tuple(some) for document, some in found.items()}

    def field_places(self, documents: Sequence[DocumentId]) -> Iterator[FieldPlace]:
        """Yield where values stand in some documents, by document, page and place."""
        families = self._numbered()
        for id, page, start, stop, family, field, nth in sorted(map(tuple, self.sql.among(_PLACES, documents))):
            told = families[family].family
            yield FieldPlace(DocumentId(id), page, start, stop, told.id, told.fields[field].key, nth)

    def template_places(self, documents: Sequence[DocumentId]) -> Mapping[tuple[DocumentId, int], Sequence[tuple[int, int]]]:
        """Return which code points of the pages of some documents forms print, by document and page."""
        rows = self.sql.among(_PRINTED, documents)
        return {
            (DocumentId(id), page): [(start, end) for start, end in json.loads(places)] for id, page, places in sorted(map(tuple, rows))
        }

    def _of_field(self, columns: str, family: FamilyId, field: FieldKey) -> list[Row]:
        found = self.sql.rows(_COLUMN, (family, field))
        return [row for column in found for row in self.sql.rows(f"SELECT {columns} FROM {_VALUES} {_OF_FIELD}", column)]

    def _numbered(self) -> dict[int, KeptFamily]:
        fields: dict[int, list[Row]] = {}
        for row in self.sql.rows(f"SELECT {FIELD_COLUMNS} FROM template_fields ORDER BY family, place"):
            fields.setdefault(row[0], []).append(row)
        families = self.sql.rows(f"SELECT {FAMILY_COLUMNS} FROM families ORDER BY place")
        return {row[0]: family_of(row, fields.get(row[0], [])) for row in families}

    def _family_ids(self) -> Mapping[int, FamilyId]:
        return {number: FamilyId(id) for number, id in self.sql.rows("SELECT number, id FROM families")}


_OF_FAMILY: Final = "family = (SELECT number FROM families WHERE id = ?)"
_FIELD_KEYS: Final = f"SELECT key FROM template_fields WHERE {_OF_FAMILY} ORDER BY place"
_STATES: Final = f"SELECT field, state, COUNT(*) FROM form_values WHERE {_OF_FAMILY}"


def _record(id: RecordId, head: Row, values: list[Row], families: Mapping[int, KeptFamily]) -> KeptRecord:
    number, edition, pages = head
    family = families[number].family
    told = [value_of(family.fields[row[0]].key, id, row[1:]) for row in sorted(values, key=lambda row: row[0])]
    form = FormRecord(id, family.id, edition, tuple(json.loads(pages)), tuple(each.value for each in told))
    return KeptRecord(form, tuple(each.read for each in told), tuple(each.found for each in told))
