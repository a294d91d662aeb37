"""The reading side of a case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from kashf.adapters.records.aside import DOCUMENTS, SIGHTINGS
from kashf.adapters.records.budgets.costs_view import SqlCosts
from kashf.adapters.records.connection import Connection, Row, chunks, marks
from kashf.adapters.records.copies_view import SqlCopies
from kashf.adapters.records.copy_tables import count_uncompared
from kashf.adapters.records.pages.page_tables import IS_IN, SqlPages
from kashf.adapters.records.rows import (
    RECORD_COLUMNS,
    SIGHTING_COLUMNS,
    record_of,
    sighting_of,
)
from kashf.adapters.records.schema import OPEN
from kashf.adapters.records.sound.condition import SqlCondition
from kashf.adapters.records.stage_rows import rows_of
from kashf.adapters.records.truth.ledger_rows import SqlLedger
from kashf.domain.date import FOREVER
from kashf.domain.document import Sighting
from kashf.domain.ids import DocumentId, EntryId, SightingId
from kashf.domain.sealing.row_seals import HeldRows
from kashf.errors import NotFoundError
from kashf.ports.stages import READ, SEARCHED, STAGES, DocumentStage, OwnDate, StageRow
from kashf.ports.views import DocumentRecord, Outline, Totals

#: Documents that a walk reads by one query.
WALKED_AT_ONCE: Final = 1000
#: What could not be read counts as failed until the same path, or the same place in a container, was received again and could be.
#: Places are looked up in one list of all there are, made once: a container may hold 100,000 that cannot be read.
_SAME_PATH = (
    "EXISTS (SELECT 1 FROM sightings later WHERE later.document IS NOT NULL AND later.channel = sightings.channel "
    "AND later.path = sightings.path AND later.parent IS NULL)"
)
_SAME_PLACE = (
    "(parent, ordinal) IN (SELECT parent, ordinal FROM sightings WHERE document IS NOT NULL "
    "AND parent IN (SELECT parent FROM sightings WHERE document IS NULL))"
)
_STANDS = f"number NOT IN ({SIGHTINGS})"
_STILL_UNREADABLE = f"document IS NULL AND {_STANDS} AND CASE WHEN parent IS NULL THEN NOT {_SAME_PATH} ELSE NOT {_SAME_PLACE} END"
#: A file without text is read all the same while its name still waits to be indexed.
_BUSY = " UNION ".join(
    f"SELECT document FROM jobs JOIN documents ON number = document WHERE stage = '{stage.name}' AND {OPEN} AND {has_text}"
    for stage, has_text in zip(SEARCHED, ("TRUE", "characters > 0"), strict=True)
)

_BY_STAGE = f"SELECT stage, COUNT(*) FROM jobs WHERE {OPEN} AND document NOT IN ({DOCUMENTS}) GROUP BY stage ORDER BY stage"


def _number(row: Row) -> int:
    return int(row[0])


#: When documents were written.
_OWN_DATES: Final = (
    "SELECT id, first_day, last_day, dates.date, is_unseen FROM dates JOIN documents ON documents.number = dates.document "
    "WHERE is_own = 1 AND first_day <= ? AND last_day >= ? ORDER BY id"
)


class SqlView(SqlLedger, SqlPages, SqlCopies, SqlCosts, SqlCondition):
    """Reads a case's records.

    Args:
        sql: Runs queries; closed with this.
        stages: What documents go through.
    """

    def __init__(self, sql: Connection, stages: Sequence[DocumentStage] = STAGES) -> None:
        super().__init__(sql)
        self._stages = stages

    def totals(self) -> Totals:
        """Return where everything stands."""
        # Each query reads an index alone: rows of documents hold much else, and a person is waiting.
        aside = self.count_set_aside()
        found = self.sql.rows("SELECT COUNT(*) FROM sightings")[0][0] - aside
        unread = self.count_unreadable()
        repaired = self.sql.rows(f"SELECT COUNT(*) FROM sightings WHERE document IS NULL AND {_STANDS}")[0][0] - unread
        every = self._standing("")
        waiting = self._standing(f" WHERE (status IS NULL OR number IN ({_BUSY})) AND {IS_IN}")
        left_out = self._standing(f" WHERE number IN ({DOCUMENTS})")
        for standing, (count, textless) in chain(waiting.items(), left_out.items()):
            every[standing] = (every[standing][0] - count, every[standing][1] - textless)
        by_status = _sums((status, count) for (status, _, _), (count, _) in every.items())
        reasons = _sums((reason, count) for (_, _, reason), (count, _) in every.items() if reason)
        partial = _sums((reason, count) for (status, _, reason), (count, _) in every.items() if status == "partial")
        if unread:
            reasons["unreadable"] = reasons.get("unreadable", 0) + unread
        counted = [(*key, count) for standing in (every, waiting) for key, (count, _) in standing.items()]
        types = [(type, count) for status, type, _, count in counted if status != "destroyed"]
        late = sum(count for count, _ in waiting.values())
        return Totals(
            found=found - repaired,
            done=by_status.get("done", 0),
            partial=by_status.get("partial", 0),
            failed=by_status.get("failed", 0) + unread,
            duplicates=found - repaired - unread - late - sum(by_status.values()),
            waiting=late,
            by_type=_sums(types),
            by_reason=reasons,
            partial_by_reason=partial,
            without_text=sum(textless for (status, _, _), (_, textless) in every.items() if status == "done"),
            by_stage={stage: int(count) for stage, count in self.sql.rows(_BY_STAGE)},
            destroyed=by_status.get("destroyed", 0),
            unsure_pages=self.count_unsure_pages(),
            unkeyed_lines=self.count_unkeyed_lines(),
            set_aside=aside,
            uncompared=count_uncompared(self.sql),
        )

    def resolve(self, beginning: str) -> DocumentId:
        """Return the one document whose id begins like this.

        Raises:
            NotFoundError: None, or more than one.
        """
        start = beginning.lower()
        if letter := re.fullmatch(r"([0-9a-f]+)\.[0-9]+", start):
            whole = letter[1][:12]
            raise NotFoundError(
                f"{start} names a letter in document {whole}; name the document", code="letter-not-document", document=whole
            )
        if not start or any(character not in "0123456789abcdef" for character in start):
            raise NotFoundError("that is not the beginning of a document id (hexadecimal digits)", code="not-an-id")
        rows = self.sql.rows("SELECT id FROM documents WHERE id >= ? AND id < ? LIMIT 2", (start, start + "g"))
        if not rows:
            raise NotFoundError(f"no document's id begins with {start}", code="no-such-document", start=start)
        if len(rows) > 1:
            raise NotFoundError(f"more than one document's id begins with {start}; give more of it", code="ambiguous-document", start=start)
        return DocumentId(rows[0][0])

    def records(self, documents: Sequence[DocumentId]) -> tuple[DocumentRecord, ...]:
        """Return what is known of some documents, in the order asked for; unknown ids are left out."""
        found = {row[0]: record_of(row) for row in self.sql.among(f"SELECT {RECORD_COLUMNS} FROM documents WHERE id", documents)}
        return tuple(found[id] for id in documents if id in found)

    def walk(self, *, after: str = "", status: str = "") -> Iterator[DocumentRecord]:
        """Yield documents by id, those after `after`."""
        waits = f"(status IS NULL OR number IN ({_BUSY}))"
        narrowed = ""
        values: tuple[str, ...] = ()
        if status == "waiting":
            narrowed = f" AND {waits}"
        elif status:
            narrowed, values = f" AND NOT {waits} AND status = ?", (status,)
        sql = f"SELECT {RECORD_COLUMNS} FROM documents WHERE id > ? AND {IS_IN}{narrowed} ORDER BY id LIMIT {WALKED_AT_ONCE}"
        while rows := self.sql.rows(sql, (after, *values)):
            yield from map(record_of, rows)
            after = rows[-1][0]

    def sightings(self, document: DocumentId) -> tuple[tuple[Sighting, EntryId | None], ...]:
        """Return where it was seen, first sighting first, each with its receipt (None for members)."""
        sql = f"SELECT {SIGHTING_COLUMNS} FROM sightings WHERE document = ? ORDER BY number"
        return tuple(sighting_of(row) for row in self.sql.rows(sql, (document,)))

    def documents_at(self, channel: str, paths: Sequence[str]) -> Mapping[str, DocumentId]:
        """Return the documents that were seen at some paths, on a channel or, for "", inside containers; of several the last seen."""
        sql = f"SELECT number, path, document FROM sightings WHERE {_STANDS} AND document IS NOT NULL AND channel = ? AND path"
        return {path: DocumentId(document) for _, path, document in sorted(map(tuple, self.sql.among(sql, paths, before=[channel])))}

    def own_dates(self, first: int = 0, last: int = FOREVER) -> tuple[OwnDate, ...]:
        """Return when documents were written that may have been between two days; all that say when without."""
        rows = self.sql.rows(_OWN_DATES, (last, first))
        return tuple(OwnDate(DocumentId(id), begins, ends, date, bool(is_unseen)) for id, begins, ends, date, is_unseen in rows)

    def places(self, documents: Sequence[DocumentId]) -> Mapping[DocumentId, tuple[str, ...]]:
        """Return the paths at which documents were seen, first sighting first, without those that were set aside."""
        found: dict[DocumentId, list[str]] = {id: [] for id in documents}
        rows = self.sql.among(f"SELECT number, document, path FROM sightings WHERE {_STANDS} AND document", documents)
        for _, document, path in sorted(map(tuple, rows)):
            found[document].append(path)
        return {document: tuple(paths) for document, paths in found.items()}

    def members(self, document: DocumentId) -> tuple[Sighting, ...]:
        """Return what was found inside a container, in its order."""
        sql = f"SELECT {SIGHTING_COLUMNS} FROM sightings WHERE parent = ? ORDER BY ordinal, number"
        return tuple(sighting_of(row)[0] for row in self.sql.rows(sql, (document,)))

    def channels(self, documents: Sequence[DocumentId]) -> Mapping[DocumentId, tuple[str, ...]]:
        """Return who passed each document on, by itself or inside a container, in alphabetical order."""
        return self._came_by("channel", documents)

    def receipts_of(self, documents: Sequence[DocumentId]) -> Mapping[DocumentId, tuple[EntryId, ...]]:
        """Return the receipts by which each document came, by itself or inside a container, by id."""
        return {id: tuple(map(EntryId, receipts)) for id, receipts in self._came_by("receipt", documents).items()}

    def brought_by(self, receipts: Sequence[EntryId]) -> tuple[DocumentId, ...]:
        """Return the documents that some receipts list, with all that lies in them, each once, by id."""
        found: set[str] = set()
        for some in chunks(receipts):
            sql = (
                f"WITH RECURSIVE down(id) AS (SELECT document FROM sightings WHERE receipt IN ({marks(some)}) "
                f"AND document IS NOT NULL AND {_STANDS} UNION SELECT sightings.document FROM down JOIN sightings "
                f"ON sightings.parent = down.id WHERE sightings.document IS NOT NULL AND {_STANDS}) SELECT id FROM down"
            )
            found.update(row[0] for row in self.sql.rows(sql, some))
        return tuple(DocumentId(id) for id in sorted(found))

    def pile(self, receipts: Sequence[EntryId]) -> tuple[Sighting, ...]:
        """Return what some receipts list as it was received, unreadable paths too, and then the members of containers in their order.

        Each container is opened once, wherever it was seen, so that one that holds itself ends.
        """
        select = f"SELECT number, {SIGHTING_COLUMNS} FROM sightings WHERE {_STANDS} AND"
        found = [sighting_of(row[1:])[0] for row in sorted(self.sql.among(f"{select} receipt", receipts), key=_number)]
        opened: set[DocumentId] = set()
        inside = list(found)
        while parents := {seen.document for seen in inside if seen.document} - opened:
            opened |= parents
            rows = sorted(self.sql.among(f"{select} parent", sorted(parents)), key=_number)
            inside = sorted((sighting_of(row[1:])[0] for row in rows), key=lambda seen: (seen.parent or "", seen.ordinal))
            found += inside
        return tuple(found)

    def stage_rows(self, stage: DocumentStage, documents: Sequence[DocumentId] | None = None) -> tuple[tuple[DocumentId, StageRow], ...]:
        """Return what a stage with a table of its own keeps of some documents, or of all, by document and place."""
        return rows_of(self.sql, stage.table, documents) if stage.table else ()

    def unreadable(self) -> tuple[Sighting, ...]:
        """Return the paths that could not be read and still cannot be."""
        sql = f"SELECT {SIGHTING_COLUMNS} FROM sightings WHERE {_STILL_UNREADABLE} ORDER BY number"
        return tuple(sighting_of(row)[0] for row in self.sql.rows(sql))

    def count_unreadable(self, among: Sequence[SightingId] | None = None) -> int:
        """Return how many of these sightings, or of all, are of paths that could not be read and still cannot be."""
        count = f"SELECT COUNT(*) FROM sightings WHERE {_STILL_UNREADABLE}"
        rows = self.sql.rows(count) if among is None else self.sql.among(f"{count} AND id", among)
        return sum(map(_number, rows))

    def outlines(self) -> Iterator[Outline]:
        """Yield the least of every document that was read, by id."""
        is_read = f"status IS NOT NULL AND status <> 'destroyed' AND {IS_IN}"
        read = f"SELECT id, name, type, reason, detail FROM documents WHERE {is_read} ORDER BY id"
        return (Outline(DocumentId(id), name, type, reason, detail) for id, name, type, reason, detail in self.sql.rows(read))

    def documents_aside(self) -> tuple[DocumentId, ...]:
        """Return the documents that are left out of every answer, by id."""
        return tuple(DocumentId(row[0]) for row in self.sql.rows(f"SELECT id FROM documents WHERE number IN ({DOCUMENTS}) ORDER BY id"))

    def count_set_aside(self) -> int:
        """Return how many sightings people took out of every answer, as `totals` does."""
        return int(self.sql.rows("SELECT COUNT(*) FROM aside_sightings")[0][0])

    def count_waiting(self, *stages: DocumentStage) -> int:
        """Return how many documents one of these stages has not looked at yet: they wait for it, or to be read first."""
        names = dict.fromkeys(stage.name for stage in (READ, *stages))
        waiting = f"SELECT COUNT(DISTINCT document) FROM jobs WHERE {OPEN} AND document NOT IN ({DOCUMENTS}) AND stage IN ({marks(names)})"
        return int(self.sql.rows(waiting, [*names])[0][0])

    def moment(self) -> str:
        """Return what is another after each commit; "" where nobody counts them yet."""
        if self.sql.is_stale("moments"):
            return ""
        number = self.sql.rows("SELECT number FROM moments")
        head = self.sql.rows("SELECT device, seq, id FROM ledger ORDER BY time DESC, device, seq DESC LIMIT 1")
        return f"{number[0][0]} {head[0][2]}" if number and head else ""

    def received(self) -> Mapping[SightingId, EntryId]:
        """Return the receipt of every sighting that has one."""
        rows = self.sql.rows("SELECT id, receipt FROM sightings WHERE receipt IS NOT NULL")
        return {SightingId(id): EntryId(receipt) for id, receipt in rows}

    def held_rows(self) -> HeldRows:
        """Return the digests of all rows that were made from what was received."""
        from kashf.adapters.records.sealing.held_tables import held_rows  # only `verify` asks

        return held_rows(self.sql, self._stages)

    def listed_sightings(self) -> Mapping[SightingId, Sighting]:
        """Return every sighting that the tables take from a receipt, by the id that stands there, in the order of the tables."""
        sql = f"SELECT id, {SIGHTING_COLUMNS} FROM sightings WHERE parent IS NULL ORDER BY number"
        return {SightingId(id): sighting_of(row)[0] for id, *row in self.sql.rows(sql)}

    def words_with(self, skeletons: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """Return the case's folded words by skeleton, for the skeletons asked for."""
        found: dict[str, list[str]] = {}
        known = self.sql.among("SELECT skeleton, word FROM words WHERE skeleton", skeletons)
        for skeleton, word in sorted((row[0], row[1]) for row in known):
            found.setdefault(skeleton, []).append(word)
        return {skeleton: tuple(words) for skeleton, words in found.items()}

    def _came_by(self, column: str, documents: Sequence[DocumentId]) -> dict[DocumentId, tuple[str, ...]]:
        """Return what a column says of the files on disk that each document is or lies in, in alphabetical order."""
        found: dict[DocumentId, set[str]] = {id: set() for id in documents}
        inside = set()
        for id, value, parent in self.sql.among(
            f"SELECT document, {column}, parent FROM sightings WHERE {_STANDS} AND document", documents
        ):
            if parent is None:
                found[id].add(value)
            else:
                inside.add(id)
        for some in chunks(sorted(inside)):
            values = ", ".join(["(?)"] * len(some))
            sql = (
                f"WITH RECURSIVE start(id) AS (VALUES {values}), up(id, above) AS (SELECT id, id FROM start UNION "
                "SELECT up.id, sightings.parent FROM up JOIN sightings ON sightings.document = up.above "
                f"WHERE sightings.parent IS NOT NULL AND {_STANDS}) "
                f"SELECT up.id, sightings.{column} FROM up JOIN sightings ON sightings.document = up.above "
                f"WHERE sightings.parent IS NULL AND {_STANDS} GROUP BY 1, 2"
            )
            for id, value in self.sql.rows(sql, some):
                found[id].add(value)
        return {id: tuple(sorted(values)) for id, values in found.items()}

    def _standing(self, where: str) -> dict[tuple[str, str, str], tuple[int, int]]:
        """Return how many documents have each status, type and reason, and how many of them have no text."""
        textless = "SUM(CASE WHEN characters = 0 THEN 1 ELSE 0 END)"
        rows = self.sql.rows(f"SELECT status, type, reason, COUNT(*), {textless} FROM documents{where} GROUP BY status, type, reason")
        return {(status or "", type, reason): (count, int(empty)) for status, type, reason, count, empty in rows}


def _sums(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for key, count in pairs:
        sums[key] = sums.get(key, 0) + count
    return dict(sorted(((key, count) for key, count in sums.items() if count), key=lambda item: (-item[1], item[0])))
