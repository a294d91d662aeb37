"""Keeps what a stage finds in documents, in a table of the stage's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kashf.adapters.records.connection import Connection, marks
from kashf.domain.ids import DocumentId
from kashf.ports.stages import StageRow, StageTable


def replace_rows(connection: Connection, table: StageTable, items: Sequence[tuple[int, Sequence[StageRow]]]) -> None:
    """Store the rows of documents, given by number, in place of those they had."""
    connection.run_among(f"DELETE FROM {table.name} WHERE document", [document for document, _ in items])
    rows = [(document, place, *row) for document, some in items for place, row in enumerate(some)]
    columns = ("document", "place", *(name for name, _ in table.columns))
    connection.run_many(f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks(columns)})", rows)


def rows_of(connection: Connection, table: StageTable, documents: Sequence[DocumentId] | None) -> tuple[tuple[DocumentId, StageRow], ...]:
    """Return the rows of some documents, or of all, by document and as they were put."""
    columns = ", ".join(["id", "place", *(f"{table.name}.{name}" for name, _ in table.columns)])
    joined = f"SELECT {columns} FROM {table.name} JOIN documents ON documents.number = {table.name}.document"
    found: list[Any] = connection.rows(joined) if documents is None else connection.among(f"{joined} WHERE id", documents)
    return tuple((DocumentId(row[0]), tuple(row[2:])) for row in sorted(found, key=lambda row: (row[0], row[1])))
