"""Keeps which documents are copies; whatever changes documents takes all of it out, so that it is never of another pile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kashf.adapters.records.connection import Connection
from kashf.domain.ids import DocumentId
from kashf.ports.copy_groups import CopyKind

_FORGET = ("DELETE FROM copies", "DELETE FROM copies_made")
_LEADERS = (
    "SELECT mine.id, witness.id FROM copies JOIN documents mine ON mine.number = copies.document "
    "JOIN documents witness ON witness.number = copies.leader WHERE kind = ?"
)


def forget_copies(connection: Connection) -> None:
    """Forget which documents are copies."""
    for statement in _FORGET:
        connection.run(statement)


def replace_copies(connection: Connection, version: str, leaders: Mapping[CopyKind, Mapping[DocumentId, DocumentId]]) -> None:
    """Store which documents are copies, and by which version they were found."""
    forget_copies(connection)
    numbers = {row[0]: row[1] for row in connection.rows("SELECT id, number FROM documents")}
    rows = [(kind.value, numbers[id], numbers[leader]) for kind, found in leaders.items() for id, leader in found.items()]
    connection.run_many("INSERT INTO copies (kind, document, leader) VALUES (?, ?, ?)", rows)
    connection.insert("copies_made", [{"version": version}])


def copies_version(connection: Connection) -> str:
    """Return the version by which copies were found, or "" where they were not."""
    rows = connection.rows("SELECT version FROM copies_made")
    return str(rows[0][0]) if rows else ""


def copy_leaders(connection: Connection, kind: CopyKind, documents: Sequence[DocumentId] | None) -> dict[DocumentId, DocumentId]:
    """Return the document that stands for each of some that have copies, or of all."""
    if documents is None:
        rows = connection.rows(_LEADERS, (kind.value,))
    else:
        rows = connection.among(f"{_LEADERS} AND mine.id", documents, before=(kind.value,))
    return {DocumentId(id): DocumentId(leader) for id, leader in rows}
