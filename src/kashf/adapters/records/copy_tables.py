"""Keeps which documents are copies, and why.

What changes documents takes out what is kept of these, so that none is a copy by a text that it had. What is kept of all others stays until
all are compared again, and how many wait for that is known.
"""

from __future__ import annotations

from collections.abc import Sequence

from kashf.adapters.records.aside import DOCUMENTS
from kashf.adapters.records.connection import Connection
from kashf.domain.document import Reading
from kashf.domain.ids import DocumentId
from kashf.ports.copy_groups import CopyKind, CopyLink

_KINDS = ", ".join(f"'{kind.value}'" for kind in CopyKind)
_OF_KINDS = f"FROM copies WHERE kind IN ({_KINDS}) AND"
_IS_READ = f"status IN ('done', 'partial') AND number NOT IN ({DOCUMENTS})"
_MADE = "SELECT version FROM copies_made"
_LINKS = (
    "SELECT mine.id, witness.id, kind, score FROM copies JOIN documents mine ON mine.number = copies.document "
    "JOIN documents witness ON witness.number = copies.leader WHERE"
)


def forget_copies(connection: Connection, documents: Sequence[int]) -> None:
    """Forget of some documents, by number, what they are copies of; their own copies have to be compared again too."""
    connection.tracker.delete("copies_made")
    connection.tracker.delete("copies", "kind = 'any'")
    compared = [row[0] for row in connection.among("SELECT document FROM copies_compared WHERE document", documents)]
    led = [row[0] for row in connection.among(f"SELECT document {_OF_KINDS} leader", compared)]
    connection.tracker.delete_among("copies_compared", "document", [*compared, *led])
    for column in ("document", "leader"):
        connection.tracker.delete_among("copies", f"kind IN ({_KINDS}) AND {column}", compared)


def replace_copies(connection: Connection, version: str, links: Sequence[CopyLink]) -> None:
    """Store which documents are copies, and by which version they were found."""
    for table in ("copies", "copies_made", "copies_compared"):
        connection.tracker.delete(table)
    numbers = {row[0]: row[1] for row in connection.rows("SELECT id, number FROM documents")}
    rows = [(each.kind.value, numbers[each.document], numbers[each.of], each.score) for each in links]
    connection.tracker.insert("copies", [dict(zip(("kind", "document", "leader", "score"), row, strict=True)) for row in rows])
    connection.tracker.insert("copies_made", [{"version": version}])
    read = connection.rows(f"SELECT number FROM documents WHERE {_IS_READ}")
    connection.tracker.insert("copies_compared", [{"document": row[0]} for row in read])


def keep_ink_prints(connection: Connection, readings: Sequence[Reading]) -> None:
    """Keep where the pages of documents have ink, in place of what was kept of these documents; typing a page changes none of it."""
    forget_ink_prints(connection, [each.document for each in readings])
    rows = [{"document": each.document, "number": number, "ink": ink} for each in readings for number, ink in each.ink_prints]
    connection.insert("ink_prints", rows)


def forget_ink_prints(connection: Connection, documents: Sequence[DocumentId]) -> None:
    """Forget where the pages of documents have ink."""
    connection.tracker.replaces("ink_prints", documents)
    connection.run_among("DELETE FROM ink_prints WHERE document", documents)


def copies_version(connection: Connection) -> str:
    """Return the version by which copies were found, or "" where they were not."""
    rows = connection.rows(_MADE)
    return str(rows[0][0]) if rows else ""


def count_uncompared(connection: Connection) -> int:
    """Return how many documents that were read have not been compared with others since."""
    waiting = f"{_IS_READ} AND number NOT IN (SELECT document FROM copies_compared) AND NOT EXISTS ({_MADE})"
    return int(connection.rows(f"SELECT COUNT(*) FROM documents WHERE {waiting}")[0][0])


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
