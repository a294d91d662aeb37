"""Keeps what is left out of every answer: which sightings, and which documents that were seen nowhere else.

A document is left out when nothing that stands brought it: no receipt that is not set aside, no container that is not left out. Its rows
are forgotten while it is, and its jobs wait without being given out; what was read of it stays, so that it comes back without being read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from kashf.adapters.records.connection import Connection
from kashf.domain.document import Sighting
from kashf.domain.ids import EntryId

#: Documents, by number, and sightings, by number, that are left out; empty in most cases.
DOCUMENTS: Final = "SELECT document FROM aside_documents"
SIGHTINGS: Final = "SELECT sighting FROM aside_sightings"
_CAUSES: Final = "SELECT id FROM aside_causes"
#: Documents that something brings which stands.
_KEPT: Final = (
    "WITH RECURSIVE kept(id) AS (SELECT document FROM sightings WHERE parent IS NULL AND document IS NOT NULL "
    f"AND (receipt IS NULL OR receipt NOT IN ({_CAUSES})) AND document NOT IN ({_CAUSES}) UNION SELECT sightings.document "
    "FROM kept JOIN sightings ON sightings.parent = kept.id WHERE sightings.document IS NOT NULL "
    f"AND sightings.document NOT IN ({_CAUSES})) "
)
_FIND_DOCUMENTS: Final = "SELECT number FROM documents WHERE id NOT IN (SELECT id FROM kept)"
_FIND_SIGHTINGS: Final = (
    f"SELECT number FROM sightings WHERE id IN ({_CAUSES}) OR document IN ({_CAUSES}) "
    f"OR (parent IS NULL AND receipt IN ({_CAUSES})) OR (parent IS NOT NULL AND parent NOT IN (SELECT id FROM kept))"
)
#: What follows from the causes.
DOCUMENTS_LEFT_OUT: Final = f"{_KEPT}{_FIND_DOCUMENTS}"
SIGHTINGS_LEFT_OUT: Final = f"{_KEPT}{_FIND_SIGHTINGS}"
_RENAME: Final = (
    "UPDATE documents SET name = (SELECT path FROM sightings WHERE sightings.document = documents.id "
    f"AND number NOT IN ({SIGHTINGS}) ORDER BY number LIMIT 1) WHERE number NOT IN ({DOCUMENTS}) AND id"
)

_MEMBERS: Final = "SELECT number, document, parent, path FROM sightings WHERE parent"
_MOVE: Final = "UPDATE sightings SET path = ? WHERE number = ?"


def keep_causes(connection: Connection, causes: Iterable[str]) -> None:
    """Store what is the cause that things are left out: receipts, documents and sightings, by id."""
    connection.run("DELETE FROM aside_causes")
    connection.insert("aside_causes", [{"id": id} for id in causes])


def concerns(connection: Connection, sightings: Sequence[Sighting], receipt: EntryId | None) -> bool:
    """Return whether new sightings may change what is left out: nothing does while nothing is."""
    if not connection.rows("SELECT 1 FROM aside_causes LIMIT 1"):
        return False
    places = {id for seen in sightings for id in (seen.document, seen.parent) if id}
    named = {*places, *(seen.id for seen in sightings), *((receipt,) if receipt else ())}
    if connection.among("SELECT id FROM aside_causes WHERE id", sorted(named)):
        return True
    return bool(connection.among(f"SELECT id FROM documents WHERE number IN ({DOCUMENTS}) AND id", sorted(places)))


def find_left_out(connection: Connection) -> tuple[frozenset[int], frozenset[str]]:
    """Find anew what is left out.

    Returns:
        The documents that are left out now and were not before, by number, and those that are not, of which some sighting is or was
        left out and the other way round, by id: they are called by their first sighting that stands, and are to be indexed again.
    """
    documents, sightings = _numbers(connection, DOCUMENTS), _numbers(connection, SIGHTINGS)
    for table, column, find in (("aside_documents", "document", _FIND_DOCUMENTS), ("aside_sightings", "sighting", _FIND_SIGHTINGS)):
        connection.run(f"DELETE FROM {table}")
        connection.run(f"{_KEPT}INSERT INTO {table} ({column}) {find}")
    changed = sorted(sightings ^ _numbers(connection, SIGHTINGS))
    seen = {row[0] for row in connection.among("SELECT document FROM sightings WHERE document IS NOT NULL AND number", changed)}
    now = _numbers(connection, DOCUMENTS)
    seen |= {row[0] for row in connection.among("SELECT id FROM documents WHERE number", sorted(documents - now))}
    _rename(connection, seen)
    left = {row[0] for row in connection.rows(f"SELECT id FROM documents WHERE number IN ({DOCUMENTS})")}
    return now - documents, frozenset(seen - left)


def _rename(connection: Connection, documents: Iterable[str]) -> None:
    """Call documents by their first sighting that stands, and what lies in them by where they lie now: no path names what is left out."""
    renamed: set[str] = set()
    waiting = frozenset(documents)
    while waiting:
        before = _names(connection, waiting)
        connection.tracker.changes("documents", sorted(waiting))
        connection.run_among(_RENAME, sorted(waiting))
        after = _names(connection, waiting)
        # A container that holds itself is followed once.
        moved = {id: (before[id], after[id]) for id in sorted(waiting - renamed) if before[id] != after[id]}
        renamed.update(moved)
        waiting = _move_members(connection, moved)


def _move_members(connection: Connection, moved: Mapping[str, tuple[str, str]]) -> frozenset[str]:
    """Let the paths of members begin with the new name of their container; returns the documents that were seen there."""
    members = [
        (number, document, before, after, path)
        for number, document, parent, path in connection.among(_MEMBERS, list(moved))
        for before, after in (moved[parent],)
        if path.startswith(f"{before}/")
    ]
    connection.tracker.changes_members(moved)
    connection.run_many(_MOVE, [(after + path[len(before) :], number) for number, _, before, after, path in members])
    return frozenset(document for _, document, *_ in members if document)


def _names(connection: Connection, documents: Iterable[str]) -> Mapping[str, str]:
    return {str(id): str(name) for id, name in connection.among("SELECT id, name FROM documents WHERE id", sorted(documents))}


def _numbers(connection: Connection, query: str) -> frozenset[int]:
    return frozenset(row[0] for row in connection.rows(query))
