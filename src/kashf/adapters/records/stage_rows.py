"""Keeps what a stage finds in documents, in a table of the stage's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kashf.adapters.records.connection import Connection, marks
from kashf.adapters.records.packing.packed_text import packed_bytes, unpacked
from kashf.domain.ids import DocumentId
from kashf.ports.stages import LongText, StageRow, StageTable


def replace_rows(connection: Connection, table: StageTable, items: Sequence[tuple[int, Sequence[StageRow]]]) -> None:
    """Store the rows of documents, given by number, in place of those they had."""
    documents = [document for document, _ in items]
    connection.tracker.replaces(table.name, documents)
    connection.run_among(f"DELETE FROM {table.name} WHERE document", documents)
    rows = ((document, place, *_kept(row, table)) for document, some in items for place, row in enumerate(some))
    columns = ("document", "place", *(name for name, _ in table.columns))
    connection.run_many(f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks(columns)})", rows)


def rows_of(connection: Connection, table: StageTable, documents: Sequence[DocumentId] | None) -> tuple[tuple[DocumentId, StageRow], ...]:
    """Return the rows of some documents, or of all, by document and as they were put."""
    columns = ", ".join(["id", "place", *(f"{table.name}.{name}" for name, _ in table.columns)])
    joined = f"SELECT {columns} FROM {table.name} JOIN documents ON documents.number = {table.name}.document"
    found: list[Any] = connection.rows(joined) if documents is None else connection.among(f"{joined} WHERE id", documents)
    return tuple((DocumentId(row[0]), _read(row[2:], table)) for row in sorted(found, key=lambda row: (row[0], row[1])))


def _kept(row: StageRow, table: StageTable) -> StageRow:
    """Return a row as it is kept: the long texts of a table that has any are packed."""
    if not any(kind is LongText for _, kind in table.columns):
        return row
    return tuple(packed_bytes(value) if kind is LongText else value for value, (_, kind) in zip(row, table.columns, strict=True))


def _read(row: StageRow, table: StageTable) -> StageRow:
    if not any(kind is LongText for _, kind in table.columns):
        return tuple(row)
    return tuple(unpacked(value) if kind is LongText else value for value, (_, kind) in zip(row, table.columns, strict=True))
