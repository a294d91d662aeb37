"""Keeps which documents are copies, and why; whatever changes documents takes all of it out, so that it is never of another pile."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.adapters.records.connection import Connection
from kashf.domain.document import Reading
from kashf.domain.ids import DocumentId
from kashf.ports.copy_groups import CopyKind, CopyLink

_FORGET = ("DELETE FROM copies", "DELETE FROM copies_made")
_LINKS = (
    "SELECT mine.id, witness.id, kind, score FROM copies JOIN documents mine ON mine.number = copies.document "
    "JOIN documents witness ON witness.number = copies.leader WHERE"
)


def forget_copies(connection: Connection) -> None:
    """Forget which documents are copies."""
    for statement in _FORGET:
        connection.run(statement)


def replace_copies(connection: Connection, version: str, links: Sequence[CopyLink]) -> None:
    """Store which documents are copies, and by which version they were found."""
    forget_copies(connection)
    numbers = {row[0]: row[1] for row in connection.rows("SELECT id, number FROM documents")}
    rows = [(each.kind.value, numbers[each.document], numbers[each.of], each.score) for each in links]
    connection.run_many("INSERT INTO copies (kind, document, leader, score) VALUES (?, ?, ?, ?)", rows)
    connection.insert("copies_made", [{"version": version}])


def keep_ink_prints(connection: Connection, readings: Sequence[Reading]) -> None:
    """Keep where the pages of documents have ink, in place of what was kept of these documents; typing a page changes none of it."""
    forget_ink_prints(connection, [each.document for each in readings])
    rows = [{"document": each.document, "number": number, "ink": ink} for each in readings for number, ink in each.ink_prints]
    connection.insert("ink_prints", rows)


def forget_ink_prints(connection: Connection, documents: Sequence[DocumentId]) -> None:
    """Forget where the pages of documents have ink."""
    connection.run_among("DELETE FROM ink_prints WHERE document", documents)


def copies_version(connection: Connection) -> str:
    """Return the version by which copies were found, or "" where they were not."""
    rows = connection.rows("SELECT version FROM copies_made")
    return str(rows[0][0]) if rows else ""


def copy_leaders(connection: Connection, documents: Sequence[DocumentId] | None) -> dict[DocumentId, DocumentId]:
    """Return the document that stands for each of some that are copies, or of all."""
    return {each.document: each.of for each in _links(connection, "kind = 'any'", documents)}


def copies_of(connection: Connection, leader: DocumentId) -> tuple[DocumentId, ...]:
    """Return the documents for which one stands, by id."""
    return tuple(DocumentId(row[0]) for row in connection.rows(f"{_LINKS} kind = 'any' AND witness.id = ? ORDER BY mine.id", (leader,)))


def copy_links(connection: Connection, documents: Sequence[DocumentId] | None) -> tuple[CopyLink, ...]:
    """Return why some documents, or all, are copies, by document and kind."""
    return tuple(sorted(_links(connection, "kind <> 'any'", documents), key=lambda each: (each.document, each.kind)))


def _links(connection: Connection, condition: str, documents: Sequence[DocumentId] | None) -> list[CopyLink]:
    chosen = f"{_LINKS} {condition}"
    rows = connection.rows(chosen) if documents is None else connection.among(f"{chosen} AND mine.id", documents)
    return [CopyLink(CopyKind(kind), DocumentId(id), DocumentId(leader), float(score)) for id, leader, kind, score in rows]
