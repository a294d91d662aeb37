"""Reads derived rows with ids in the place of numbers: two databases that were filled in another order hold the same then."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kashf.adapters.records.connection import Connection, Row
from kashf.adapters.records.schema import TABLES, Table, own_table
from kashf.adapters.records.sealing.sealed_tables import MEMBERS, columns_of
from kashf.domain.ids import DocumentId
from kashf.domain.sealing.row_seals import row_bytes
from kashf.ports.sound.comparable_rows import CountedRows
from kashf.ports.stages import DocumentStage

_TABLE: Final = {table.name: table for table in TABLES}
#: Tables that name a document by its id, and the column that does.
_BY_ID: Final = {
    "documents": "id",
    **dict.fromkeys(("pages", "second_readings", "ink_prints", "unsure_pages", "machine_pages", "machine_readings"), "document"),
    MEMBERS: "parent",
}
#: Tables that name a document by its number.
_BY_NUMBER: Final = ("mentions", "form_records", "form_values", "template_places", "printed", "copies", "copies_compared")
_OF_CASE: Final = (
    "sightings",
    "words",
    "decided_terms",
    "forms_made",
    "families_made",
    "families",
    "template_fields",
    "copies_made",
    "resolutions",
    "name_pairs",
    "memberships",
)
#: What stands for a number in another table: its columns there, and what joins it.
_INSTEAD: Final = {
    ("mentions", "spelling"): ("sp.type, sp.key, sp.text", "LEFT JOIN spellings sp ON sp.number = t.spelling"),
    ("printed", "place"): (
        "m.page, m.start, m.stop",
        "LEFT JOIN mentions m ON m.document = t.document AND m.place = t.place",
    ),
    ("copies", "leader"): ("l.id", "LEFT JOIN documents l ON l.number = t.leader"),
    **{
        (table, "family"): ("f.id", "LEFT JOIN families f ON f.number = t.family")
        for table in ("form_records", "form_values", "template_fields")
    },
}
#: What follows from the order in which rows came, or is told by the column beside it.
_LEFT_OUT: Final = frozenset(
    {("documents", "number"), ("sightings", "number"), ("families", "number"), ("mentions", "place"), ("machine_readings", "document")}
)


@dataclass(frozen=True, slots=True)
class _Query:
    """How the rows of one table are read: their columns behind "SELECT", where from, and the column that says whose they are."""

    columns: str
    source: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class SqlRowsById:
    """The derived rows of one database.

    Args:
        sql: Runs queries.
        stages: What documents go through.
    """

    sql: Connection
    stages: Sequence[DocumentStage]
    _queries: dict[str, _Query] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Make the queries."""
        for name, key in _BY_ID.items():
            table = _TABLE["sightings" if name == MEMBERS else name]
            self._queries[name] = _Query(_columns(table, but=(key,)), f"{table.name} t", f"t.{key}")
        stages = [own_table(stage.name, stage.table) for stage in self.stages if stage.table]
        for table in (*(_TABLE[name] for name in _BY_NUMBER), *stages):
            joined = "LEFT JOIN documents d ON d.number = t.document"
            self._queries[table.name] = _Query(_columns(table, but=("document",)), _source(table, joined), "d.id")
        for name in _OF_CASE:
            self._queries[name] = _Query(_columns(_TABLE[name]), _source(_TABLE[name]))

    @property
    def of_documents(self) -> Sequence[str]:
        """Names of the tables whose rows are each of one document."""
        return tuple(name for name, query in self._queries.items() if query.key)

    @property
    def of_case(self) -> Sequence[str]:
        """Names of the tables that are of the whole case."""
        return _OF_CASE

    def rows_of(self, table: str, documents: Sequence[DocumentId]) -> Mapping[DocumentId, CountedRows]:
        """Return the rows of some documents; those that have none are left out."""
        query, found = self._queries[table], dict[DocumentId, Counter[bytes]]()
        for key, *row in self.sql.among(f"SELECT {query.key}, {query.columns} FROM {query.source} WHERE {query.key}", documents):
            found.setdefault(DocumentId(key), Counter())[_digest(row)] += 1
        return found

    def whole(self, table: str) -> CountedRows:
        """Return all rows of a table that is of the whole case; of sightings those that receipts list."""
        query = self._queries[table]
        where = " WHERE parent IS NULL" if table == "sightings" else ""
        return Counter(map(_digest, self.sql.rows(f"SELECT {query.columns} FROM {query.source}{where}")))

    def homeless(self, table: str) -> int:
        """Return how many rows of a table by document are of a document that the records do not know."""
        query = self._queries[table]
        if table in {"documents", MEMBERS}:
            return 0 if table == "documents" else self._count(f"sightings t WHERE t.parent IS NOT NULL AND {_UNKNOWN.format('t.parent')}")
        if query.key == "d.id":
            return self._count(f"{query.source} WHERE d.id IS NULL")
        return self._count(f"{query.source} WHERE {_UNKNOWN.format(query.key)}")

    def _count(self, which: str) -> int:
        return int(self.sql.rows(f"SELECT COUNT(*) FROM {which}")[0][0])


_UNKNOWN: Final = "NOT EXISTS (SELECT 1 FROM documents k WHERE k.id = {})"


def _columns(table: Table, *, but: Sequence[str] = ()) -> str:
    names = [name for name, _ in columns_of(table) if name not in but and (table.name, name) not in _LEFT_OUT]
    told = [_INSTEAD[table.name, name][0] if (table.name, name) in _INSTEAD else f't."{name}"' for name in names]
    return ", ".join(told) or "1"


def _source(table: Table, *joined: str) -> str:
    return " ".join([f"{table.name} t", *joined, *(join for (name, _), (_, join) in _INSTEAD.items() if name == table.name)])


def _digest(row: Row) -> bytes:
    return hashlib.sha256(row_bytes(row)).digest()
