"""Reads what documents cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kashf.adapters.records.budgets.cost_tables import COLUMNS, OVER
from kashf.adapters.records.connection import Row, chunks, marks
from kashf.adapters.records.families.families_view import SqlForms
from kashf.domain.ids import DocumentId
from kashf.ports.counted.received_costs import Cost, ReceivedFile

_SUMS: Final = ", ".join(f"SUM(costs.{name})" for name in COLUMNS)
_OF_RECEIVED: Final = f"SELECT received, size_bytes, {_SUMS} FROM costs JOIN documents ON documents.id = received"
#: The place at which a document counts: on the disk, if it was ever received by itself, else in the container in which it was seen first.
_FIRST_SEEN: Final = (
    "SELECT document, parent FROM sightings WHERE number IN (SELECT COALESCE(MIN(CASE WHEN parent IS NULL THEN number END), MIN(number)) "
    "FROM sightings WHERE document IN ({}) GROUP BY document)"
)


class SqlCosts(SqlForms):
    """The part of the reading side of a case that is about what documents cost."""

    def came_in(self, documents: Sequence[DocumentId]) -> Mapping[DocumentId, DocumentId]:
        """Return the received file that each document came in: itself, or the outermost container in which it was first seen."""
        above: dict[DocumentId, DocumentId | None] = {}
        asked = [*dict.fromkeys(documents)]
        while asked:
            for some in chunks(asked):
                for document, parent in self.sql.rows(_FIRST_SEEN.format(marks(some)), some):
                    above[DocumentId(document)] = DocumentId(parent) if parent else None
            asked = [each for each in dict.fromkeys(above.values()) if each and each not in above]
        return {document: _outermost(document, above) for document in documents if document in above}

    def came_from(self, received: DocumentId) -> tuple[DocumentId, ...]:
        """Return the documents that cost a received file anything, by id."""
        if self.sql.is_stale("costs"):
            return ()
        rows = self.sql.rows("SELECT DISTINCT document FROM costs WHERE received = ? ORDER BY document", (received,))
        return tuple(DocumentId(row[0]) for row in rows)

    def costs_of(self, received: Sequence[DocumentId]) -> Mapping[DocumentId, ReceivedFile]:
        """Return what some received files cost so far, with all that lies in them."""
        if self.sql.is_stale("costs"):
            return {}
        rows = self.sql.among(f"{_OF_RECEIVED} WHERE received", received, after=" GROUP BY received, size_bytes")
        return {each.document: each for each in map(_received, rows)}

    def received_costs(self) -> Iterator[ReceivedFile]:
        """Yield every received file of which anything was read, with what it cost."""
        if not self.sql.is_stale("costs"):
            yield from map(_received, self.sql.rows(f"{_OF_RECEIVED} GROUP BY received, size_bytes ORDER BY received"))

    def over_budget(self) -> tuple[DocumentId, ...]:
        """Return the received files of which something was left out since they had cost what they may, by id."""
        if self.sql.is_stale("costs"):
            return ()
        return tuple(DocumentId(row[0]) for row in self.sql.rows("SELECT document FROM costs WHERE part = ? ORDER BY document", (OVER,)))

    def own_costs(self, documents: Sequence[DocumentId], part: str) -> Mapping[DocumentId, Cost]:
        """Return what some documents cost by themselves, of one part."""
        if self.sql.is_stale("costs"):
            return {}
        rows = self.sql.among(f"SELECT document, {', '.join(COLUMNS)} FROM costs WHERE part = ? AND document", documents, before=[part])
        return {DocumentId(row[0]): _cost(row[1:]) for row in rows}


def _outermost(document: DocumentId, above: Mapping[DocumentId, DocumentId | None]) -> DocumentId:
    passed = {document}
    while (parent := above.get(document)) and parent not in passed:
        document = parent
        passed.add(document)
    return document


def _received(row: Row) -> ReceivedFile:
    return ReceivedFile(DocumentId(row[0]), int(row[1]), _cost(row[2:]))


def _cost(row: Row) -> Cost:
    seconds, *counts = row
    return Cost(float(seconds), *map(int, counts))
