"""Writes filled-in forms; whatever changes documents takes the records in them out, and says that families are to be found again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Final

from kashf.adapters.records.aside import DOCUMENTS
from kashf.adapters.records.connection import Connection, Row, marks
from kashf.adapters.records.families.family_rows import (
    FAMILY_COLUMNS,
    FIELD_COLUMNS,
    VALUE_COLUMNS,
    family_values,
    field_rows,
    is_doubtful,
    value_rows,
    value_values,
)
from kashf.adapters.records.mention_tables import forget_forms
from kashf.adapters.records.sealing.sealed_tables import SUMS
from kashf.domain.document import Span
from kashf.domain.forms.form_families import FamilyId
from kashf.domain.forms.template_fields import FieldKey, FieldKind
from kashf.domain.ids import DocumentId
from kashf.ports.forms import KeptFamily, KeptForms, KeptValue

_BY_DOCUMENT: Final = ("form_records", "form_values", "template_places")
_OF_FIELD: Final = "family = (SELECT number FROM families WHERE id = ?)"
_NUMBERS: Final = f"SELECT id, number FROM documents WHERE number NOT IN ({DOCUMENTS}) AND COALESCE(status, '') <> 'destroyed' AND id"


#: Family, field, document and place of a row of values.
_OF_ROW: Final = itemgetter(0, 1, 2, 3)


class FormsWriter:
    """The part of a unit of work that keeps forms."""

    _sql: Connection

    def put_families(self, families: Sequence[KeptFamily]) -> None:
        """Store families in place of all that was stored of forms; none has records yet."""
        for table in ("families_made", "families", "template_fields", *_BY_DOCUMENT):
            self._sql.tracker.delete(table)
        forget_forms(self._sql)
        self._put_heads(families, {each.family.id: number for number, each in enumerate(families)})
        self._sql.tracker.insert("families_made", [{"version": ""}])

    def put_forms_of(self, items: Sequence[KeptForms]) -> None:
        """Store the forms of documents in place of those they had; documents that are unknown or left out are passed over."""
        numbers = {DocumentId(row[0]): int(row[1]) for row in self._sql.among(_NUMBERS, [each.document for each in items])}
        families = {FamilyId(row[0]): int(row[1]) for row in self._sql.rows("SELECT id, number FROM families")}
        _forget(self._sql, sorted(numbers.values()))
        heads: list[Row] = []
        values: list[Row] = []
        printed: list[Row] = []
        for number, each in ((numbers[each.document], each) for each in items if each.document in numbers):
            printed += _printed_rows(number, each.printed)
            for kept in each.records:
                family = families[kept.form.family]
                heads.append((number, kept.form.id.nth, family, kept.form.edition, json.dumps(kept.form.pages), is_doubtful(kept.form)))
                values += value_rows(kept, family=family, document=number)
        _add(self._sql, "form_records", "document, nth, family, edition, pages, is_doubtful", heads)
        values.sort(key=_OF_ROW)  # as the table is laid out, which is several times as fast
        _add(self._sql, "form_values", f"family, field, document, nth, {VALUE_COLUMNS}", values)
        _add(self._sql, "template_places", "document, page, places", printed)

    def end_families(self, version: str, families: Sequence[KeptFamily]) -> bool:
        """Store what is known of families now, and that their forms were all stored; returns whether no document changed meanwhile."""
        numbers = {FamilyId(row[0]): int(row[1]) for row in self._sql.rows("SELECT id, number FROM families")}
        for table in ("families", "template_fields"):
            self._sql.tracker.delete(table)
        self._put_heads(families, numbers)
        if is_whole := self._sql.run("UPDATE families_made SET version = ? WHERE version = ''", (version,)) > 0:
            self._sql.tracker.takes("families_made", [("",)])
            self._sql.tracker.adds("families_made", [(version,)])
        return is_whole

    def put_values(self, family: FamilyId, field: FieldKey, kind: FieldKind, values: Sequence[KeptValue]) -> None:
        """Store as what the values of a field are read now, and what some records have in it, in place of what they had."""
        numbers = {row[0]: row[1] for row in self._sql.among(_NUMBERS, sorted({each.record.document for each in values}))}
        for number, place in self._sql.rows(f"SELECT family, place FROM template_fields WHERE {_OF_FIELD} AND key = ?", (family, field)):
            head = f"{SUMS['template_fields'].select} WHERE family = ? AND place = ?"
            self._sql.tracker.takes("template_fields", self._sql.rows(head, (number, place)))
            self._sql.run("UPDATE template_fields SET kind = ? WHERE family = ? AND place = ?", (kind.value, number, place))
            self._sql.tracker.adds("template_fields", self._sql.rows(head, (number, place)))
            known = [each for each in values if each.record.document in numbers]
            self._sql.tracker.changes("form_values", [numbers[each.record.document] for each in known])
            rows = [(*value_values(each), number, place, numbers[each.record.document], each.record.nth) for each in known]
            self._sql.run_many(_READ_ANEW, rows)

    def _put_heads(self, families: Sequence[KeptFamily], numbers: Mapping[FamilyId, int]) -> None:
        rows = [family_values(numbers[each.family.id], place, each) for place, each in enumerate(families)]
        _add_whole(self._sql, "families", FAMILY_COLUMNS, rows)
        fields = [row for each in families for row in field_rows(numbers[each.family.id], each)]
        _add_whole(self._sql, "template_fields", FIELD_COLUMNS, fields)


_READ_ANEW: Final = (
    f"UPDATE form_values SET {', '.join(f'{name} = ?' for name in VALUE_COLUMNS.split(', '))} "
    "WHERE family = ? AND field = ? AND document = ? AND nth = ?"
)


def forget_records(connection: Connection, documents: Sequence[int]) -> None:
    """Forget the records in some documents, given by number, and that all were found."""
    connection.tracker.delete("families_made")
    _forget(connection, documents)


def _forget(connection: Connection, documents: Sequence[int]) -> None:
    for table in _BY_DOCUMENT:
        connection.tracker.replaces(table, documents)
        connection.run_among(f"DELETE FROM {table} WHERE document", documents)


def _printed_rows(document: int, places: Sequence[Span]) -> list[Row]:
    """Return a row for each page, since a form prints a score of labels on it."""
    pages: dict[int, set[tuple[int, int]]] = {}
    for place in places:
        pages.setdefault(place.page, set()).add((place.start, place.end))
    return [(document, page, json.dumps(sorted(some), separators=(",", ":"))) for page, some in pages.items()]


def _add_whole(connection: Connection, table: str, columns: str, rows: Sequence[Row]) -> None:
    names = columns.split(", ")
    connection.tracker.insert(table, [dict(zip(names, row, strict=True)) for row in rows])


def _add(connection: Connection, table: str, columns: str, rows: Sequence[Row]) -> None:
    connection.run_many(f"INSERT INTO {table} ({columns}) VALUES ({marks(columns.split(','))})", rows)
