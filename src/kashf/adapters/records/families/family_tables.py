"""Writes filled-in forms; whatever changes documents takes the records in them out, and says that families are to be found again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Final

from kashf.adapters.records.connection import Connection, Row, marks
from kashf.adapters.records.families.family_rows import (
    FAMILY_COLUMNS,
    FIELD_COLUMNS,
    VALUE_COLUMNS,
    family_values,
    field_rows,
    is_doubtful,
    read_values,
    value_rows,
)
from kashf.domain.document import Span
from kashf.domain.forms.form_families import FamilyId, ReadValue, RecordId
from kashf.domain.forms.template_fields import FieldKey, FieldKind
from kashf.domain.ids import DocumentId
from kashf.ports.forms import FoundForms, KeptFamily, KeptRecord

#: Records that are written by one statement.
_AT_ONCE: Final = 2000
_BY_DOCUMENT: Final = ("form_records", "form_values", "template_places")
_OF_FIELD: Final = "family = (SELECT number FROM families WHERE id = ?)"


class FormsWriter:
    """The part of a unit of work that keeps forms."""

    _sql: Connection

    def put_families(self, found: FoundForms) -> None:
        """Store the forms of a case in place of what was stored before; those of unknown documents are left out."""
        for table in ("families_made", "families", "template_fields", *_BY_DOCUMENT):
            self._sql.run(f"DELETE FROM {table}")
        _add(self._sql, "families", FAMILY_COLUMNS, [family_values(number, each) for number, each in enumerate(found.families)])
        fields = [row for number, each in enumerate(found.families) for row in field_rows(number, each)]
        _add(self._sql, "template_fields", FIELD_COLUMNS, fields)
        numbers = {DocumentId(row[0]): int(row[1]) for row in self._sql.rows("SELECT id, number FROM documents")}
        _keep_records(self._sql, found.families, found.records, numbers)
        _add(self._sql, "template_places", "document, page, places", _printed_rows(found.printed, numbers))
        self._sql.insert("families_made", [{"version": found.version}])

    def put_read(self, family: FamilyId, field: FieldKey, kind: FieldKind, read: Sequence[tuple[RecordId, ReadValue]]) -> None:
        """Store as what the values of a field are read now, and what those of some records say, in place of what they had."""
        rows = self._sql.rows(f"SELECT family, place FROM template_fields WHERE {_OF_FIELD} AND key = ?", (family, field))
        for number, place in rows:
            self._sql.run("UPDATE template_fields SET kind = ? WHERE family = ? AND place = ?", (kind.value, number, place))
            numbers = {row[0]: row[1] for row in self._sql.rows("SELECT id, number FROM documents")}
            which = "family = ? AND field = ? AND document = ? AND nth = ?"
            changed = f"UPDATE form_values SET key = ?, label = ?, value = ?, is_doubtful = ? WHERE {which}"
            told = ((each, numbers[record.document], record.nth) for record, each in read if record.document in numbers)
            self._sql.run_many(changed, [(*read_values(each), number, place, document, nth) for each, document, nth in told])


def forget_records(connection: Connection, documents: Sequence[int]) -> None:
    """Forget the records in some documents, given by number, and by which version families were found."""
    connection.run("DELETE FROM families_made")
    for table in _BY_DOCUMENT:
        connection.run_among(f"DELETE FROM {table} WHERE document", documents)


def _keep_records(
    connection: Connection, families: Sequence[KeptFamily], records: Iterable[KeptRecord], numbers: Mapping[DocumentId, int]
) -> None:
    number_of = {each.family.id: number for number, each in enumerate(families)}
    places = [{field.key: place for place, field in enumerate(each.family.fields)} for each in families]
    known = (each for each in records if each.form.id.document in numbers)
    while some := list(islice(known, _AT_ONCE)):
        heads: list[Row] = []
        values: list[Row] = []
        for kept in some:
            document, family = numbers[kept.form.id.document], number_of[kept.form.family]
            heads.append((document, kept.form.id.nth, family, kept.form.edition, json.dumps(kept.form.pages), is_doubtful(kept.form)))
            values += value_rows(kept, family=family, document=document, places=places[family])
        _add(connection, "form_records", "document, nth, family, edition, pages, is_doubtful", heads)
        _add(connection, "form_values", f"family, field, document, nth, {VALUE_COLUMNS}", values)


def _printed_rows(places: Iterable[Span], numbers: Mapping[DocumentId, int]) -> list[Row]:
    """Return a row for each page, since a form prints a score of labels on it."""
    pages: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for place in places:
        if place.document in numbers:
            pages.setdefault((numbers[place.document], place.page), set()).add((place.start, place.end))
    return [(*page, json.dumps(sorted(some), separators=(",", ":"))) for page, some in pages.items()]


def _add(connection: Connection, table: str, columns: str, rows: Sequence[Row]) -> None:
    connection.run_many(f"INSERT INTO {table} ({columns}) VALUES ({marks(columns.split(','))})", rows)
