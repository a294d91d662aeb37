"""One transaction on a case's records."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from kashf.adapters.records import mention_tables
from kashf.adapters.records.aside import concerns, find_left_out, keep_causes
from kashf.adapters.records.connection import Connection, chunks, marks
from kashf.adapters.records.copy_tables import forget_copies, forget_ink_prints, keep_ink_prints, replace_copies
from kashf.adapters.records.families.family_tables import FormsWriter, forget_records
from kashf.adapters.records.pages.outcomes import OutcomeWriter
from kashf.adapters.records.pages.page_tables import forget_pages, keep_pages
from kashf.adapters.records.rows import marks_text, sighting_values
from kashf.adapters.records.schema import renew, tables_of
from kashf.adapters.records.sealing.held_tables import held_rows
from kashf.adapters.records.sealing.row_tracker import RowTracker
from kashf.adapters.records.sealing.sealed_tables import SUMS, groups_of
from kashf.adapters.records.stage_rows import replace_rows
from kashf.adapters.records.truth.ledger_tables import LedgerWriter
from kashf.adapters.records.work.job_rows import HELD, JobsWriter
from kashf.domain.document import MarkKind, Origin, Page, Reason, Sighting, Span, Status
from kashf.domain.entity import MentionType, PlacedMention
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.sealing.row_seals import RowSeals
from kashf.ports.copy_groups import CopyLink
from kashf.ports.mentions import FOUND_AGAIN, DecidedTerms, Membership, Resolution
from kashf.ports.stages import AGAIN, FIELDS, INDEX, MAIL, NAMES, OF_SHOWN, QUOTES, READ, DocumentStage
from kashf.ports.stores import Seal, StoredReading

_NUMBERS = "SELECT id, number FROM documents WHERE id"


class SqlUnit(LedgerWriter, OutcomeWriter, FormsWriter, JobsWriter):
    """One transaction; what is not committed is rolled back."""

    def __init__(self, connection: Connection, stages: Sequence[DocumentStage], *, seal: Seal | None = None) -> None:
        self._sql = connection
        self._stages = stages
        self._seal = seal
        self._is_open = False

    def __enter__(self) -> Self:
        """Begin, as the only one that writes."""
        self._sql.run("BEGIN" if self._sql.is_postgres else "BEGIN IMMEDIATE")
        self._tracker = RowTracker(self._sql, groups_of(self._stages))
        self._sql.tracker = self._tracker
        self._is_open = True
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Roll back whatever was not committed."""
        if self._is_open:
            self._is_open = False
            self._sql.roll_back()

    def commit(self) -> None:
        """Make all of it durable at once, with what seals it; from then on it is another moment of the case.

        Raises:
            NoSpaceError: The disk is full; the transaction is rolled back.
        """
        if self._seal and (seals := self._tracker.seals()):
            self._seal(self, seals)
        if not self._sql.is_stale("moments") and not self._sql.run("UPDATE moments SET number = number + 1"):
            self._sql.run("INSERT INTO moments (number) VALUES (1)")
        self._sql.run("COMMIT")
        self._is_open = False

    def renew(self, *, everything: bool = False) -> frozenset[str]:
        """Drop what is stale, or all that is derived, and make its tables empty; returns the groups of tables that were dropped."""
        groups = renew(self._sql, self._stages, everything=everything)
        self._tracker.clears(*tables_of(groups, self._stages))
        if "documents" not in groups:
            for group in groups:
                self.let_wait("stage = ?", (_FILLED_BY.get(group, group),))
            if "typed" in groups:
                self.let_wait(f"stage = ? AND {_OF_TYPED}", (READ.name, Origin.TRANSCRIPTION.value))
        return groups

    def seal_all(self) -> RowSeals:
        """Return what seals all rows as they are, whoever made them."""
        return held_rows(self._sql, self._stages).as_seals([*SUMS, "jobs"])

    def unseen(self, sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
        """Return those that are not recorded yet, each once, in order."""
        by_id = {sighting.id: sighting for sighting in sightings}
        known = {row[0] for row in self._sql.among("SELECT id FROM sightings WHERE id", list(by_id))}
        return tuple(sighting for id, sighting in by_id.items() if id not in known)

    def sight(self, sightings: Sequence[Sighting], *, receipt: EntryId | None, depth: int) -> int:
        """Record sightings and open a reading job for each document not seen before; returns how many sightings were new.

        A document that was seen before is indexed again, with all that lies in it, since another channel may have passed it on.
        """
        fresh = self.unseen(sightings)
        ids = [each.id for each in fresh]
        self._raise_up([sighting.document for sighting in sightings if sighting.document], depth=depth)
        first: dict[DocumentId, Sighting] = {}
        for sighting in fresh:
            if sighting.document is not None:
                first.setdefault(sighting.document, sighting)
        known = self._numbers(list(first))
        new = {id: seen for id, seen in first.items() if id not in known}
        self._tracker.changes_members(seen.parent for seen in fresh if seen.parent)
        self._sql.insert("sightings", [sighting_values(sighting, receipt=receipt) for sighting in fresh])
        self._tracker.adds_sighted(ids)
        self._tracker.changes("documents", list(new))
        rows = [{"id": id, "name": seen.path, "size_bytes": seen.size_bytes, "depth": depth} for id, seen in new.items()]
        self._sql.insert("documents", rows)
        self.wait_again(READ, list(new))
        self._index_again(sorted(known))
        if concerns(self._sql, sightings, receipt):
            self._leave_out()
        return len(fresh)

    def set_aside(self, causes: Sequence[str]) -> None:
        """Leave out of every answer what these receipts, documents and sightings alone bring, and nothing else."""
        keep_causes(self._sql, causes)
        self._leave_out()

    def engines(self) -> tuple[Mapping[str, str], ...]:
        """Return the sets of engines, with versions, that read the documents, each once."""
        return tuple(json.loads(row[0]) for row in self._sql.rows("SELECT DISTINCT engines FROM documents ORDER BY engines"))

    def put(self, readings: Sequence[StoredReading], *, version: str) -> None:
        """Store readings in place of older ones, end their reading jobs, and open those of the later stages where there is text.

        The mentions on older pages go with the pages.
        """
        self.put_typed(readings)
        ids = [stored.reading.document for stored in readings]
        keep_ink_prints(self._sql, [stored.reading for stored in readings])
        failed = [s.reading.document for s in readings if s.reading.status is Status.FAILED]
        self.end(READ, failed, state="failed", version=version)
        self.end(READ, sorted(set(ids) - set(failed)), state="done", version=version)

    def put_typed(self, readings: Sequence[StoredReading]) -> None:
        """Store readings as `put` does, since people typed some of their pages; reading jobs stay as they are."""
        ids = [stored.reading.document for stored in readings]
        numbers = list(self._numbers(ids).values())
        forget_copies(self._sql, numbers)
        forget_pages(self._sql, ids)
        self._forget_rows(numbers)
        keep_pages(self._sql, readings)
        texts = [s.reading.document for s in readings if any(page.text for page in s.reading.pages)]
        for stage in self._stages:
            if stage.after == READ.name:
                self.wait_again(stage, ids if stage == INDEX else texts)  # a file without text is found by its name
        if QUOTES in self._stages:
            pages = ((s.reading.document, page) for s in readings for page in s.reading.pages)
            quoting = {document for document, page in pages if any(mark.kind is MarkKind.QUOTED for mark in page.marks)}
            self.start_at(HELD, NAMES, sorted(quoting))

    def put_rows(self, stage: DocumentStage, items: Sequence[tuple[DocumentId, Sequence[Any]]], *, version: str) -> None:
        """Store what a stage found in documents in place of what it had found, and end their jobs; those not leased any more are left."""
        numbers = self._numbers([document for document, _ in items])
        leased = "SELECT document FROM jobs WHERE stage = ? AND state = 'leased' AND document"
        mine = {row[0] for row in self._sql.among(leased, list(numbers.values()), before=(stage.name,))}
        found = [(numbers[document], rows) for document, rows in items if numbers.get(document) in mine]
        if stage in {NAMES, AGAIN}:
            mention_tables.put_found(self._sql, found, source=FOUND_AGAIN if stage == AGAIN else "")
            if stage == NAMES and FIELDS.table and FIELDS in self._stages:
                replace_rows(self._sql, FIELDS.table, [(document, ()) for document, _ in found])
            self.wait_again(AGAIN if stage == NAMES else FIELDS, [document for document, _ in items if numbers.get(document) in mine])
        elif stage.table:
            if stage == MAIL:  # by which one message in several files is known
                forget_copies(self._sql, [document for document, _ in found])
            replace_rows(self._sql, stage.table, found)
        self.finish(stage, [document for document, _ in items], version=version)

    def mark_pages(self, pages: Sequence[tuple[DocumentId, Page]]) -> None:
        """Store the marks of pages in place of those they have, and let their documents wait for what looks at what they show."""
        rows = [(marks_text(page), document, page.number) for document, page in pages]
        self._tracker.changes("pages", [document for document, _ in pages])
        self._sql.run_many("UPDATE pages SET marks = ? WHERE document = ? AND number = ?", rows)
        documents = list(dict.fromkeys(document for document, _ in pages))
        for stage in self._stages:
            if stage in OF_SHOWN:
                self.wait_again(stage, documents)

    def put_mentions(self, items: Sequence[tuple[DocumentId, Sequence[PlacedMention]]]) -> None:
        """Store what is named in documents in place of what was stored of them."""
        numbers = self._numbers([document for document, _ in items])
        mention_tables.put_mentions(self._sql, [(numbers[document], mentions) for document, mentions in items if document in numbers])

    def put_terms(self, type: MentionType, terms: DecidedTerms) -> None:
        """Store what people decided about terms of a type in place of what was stored before."""
        mention_tables.replace_terms(self._sql, type, terms)

    def put_resolution(self, type: MentionType, resolution: Resolution) -> None:
        """Store which names of a type are one, in place of what was stored before."""
        mention_tables.replace_resolution(self._sql, type, resolution)

    def put_members(self, type: MentionType, members: Sequence[Membership]) -> None:
        """Store the entities of some names in place of those they had; other names stay where they are."""
        mention_tables.replace_members(self._sql, type, members)

    def put_copies(self, version: str, links: Sequence[CopyLink]) -> None:
        """Store which documents are copies, in place of what was stored before; what is kept of a document anew takes out what is of it."""
        replace_copies(self._sql, version, links)

    def put_forms(self, version: str, *, lines: int, places: Sequence[Span]) -> None:
        """Store which places forms print, in place of what was stored before; what is kept of mentions anew takes it out again."""
        mention_tables.replace_forms(self._sql, version, lines=lines, places=places)

    def destroy(self, documents: Sequence[DocumentId]) -> None:
        """Forget what was read of documents, and what may hold words of it: what stages keep, the word list, which names are one."""
        numbers = list(self._numbers(documents).values())
        forget_copies(self._sql, numbers)
        forget_pages(self._sql, documents)
        forget_ink_prints(self._sql, documents)
        self._forget_rows(numbers)
        self._look_at_quotes_again()
        self._sql.run_among("DELETE FROM jobs WHERE document", numbers)
        self._tracker.forgets_jobs(numbers)
        for table in ("words", "resolutions", "name_pairs", "memberships"):
            self._tracker.delete(table)
        kept = self._sql.among("SELECT id, name, size_bytes, depth FROM documents WHERE id", documents)
        self._tracker.changes("documents", documents)
        self._sql.run_among("DELETE FROM documents WHERE id", documents)
        names = ("id", "name", "size_bytes", "depth", "status")
        self._sql.insert("documents", [dict(zip(names, (*row, Status.DESTROYED.value), strict=True)) for row in kept])

    def learn_words(self, skeletons: Mapping[str, str]) -> None:
        """Add folded words with their consonant skeletons to the case's word list; known ones are left."""
        for some in chunks(sorted((skeleton, word) for word, skeleton in skeletons.items())):
            adding = f"INSERT INTO words (skeleton, word) VALUES {', '.join(['(?, ?)'] * len(some))} ON CONFLICT DO NOTHING"
            new = self._sql.rows(f"{adding}{SUMS['words'].returning}", [value for row in some for value in row])
            self._tracker.adds("words", new)

    def _leave_out(self) -> None:
        """Forget what later stages keep of documents that are left out from now on, and index again what is seen otherwise."""
        gone, seen_otherwise = find_left_out(self._sql)
        forget_copies(self._sql, sorted(gone))
        self._forget_rows(sorted(gone))
        for some in chunks(sorted(gone)):
            self.let_wait(f"stage <> ? AND document IN ({marks(some)})", (READ.name, *some))
        self._index_again([DocumentId(id) for id in sorted(seen_otherwise)])
        if gone:
            self._look_at_quotes_again()

    def _look_at_quotes_again(self) -> None:
        """Let all documents wait for QUOTES: what quotes a mail that is gone is shown again."""
        self.let_wait("stage = ?", (QUOTES.name,))

    def _forget_rows(self, documents: Sequence[int]) -> None:
        mention_tables.forget_forms(self._sql)
        mention_tables.forget_mentions(self._sql, documents)
        forget_records(self._sql, documents)
        for stage in self._stages:
            if stage.table:
                replace_rows(self._sql, stage.table, [(document, ()) for document in documents])

    def _numbers(self, documents: Sequence[DocumentId]) -> dict[DocumentId, int]:
        """Return the numbers by which other tables name documents; unknown ones are left out."""
        return {DocumentId(id): number for id, number in self._sql.among(_NUMBERS, documents)}

    def _raise_up(self, documents: Sequence[DocumentId], *, depth: int) -> None:
        """Lower the depth of documents that are now seen in fewer containers, and read again what depends on it.

        So that what is read does not hang on the order of arrival: a container hands its new depth on to its members, and what lay
        too deep is tried again.
        """
        holds = "SELECT parent FROM sightings WHERE parent IS NOT NULL"
        told = f"SELECT number FROM documents WHERE depth > ? AND (reason = ? OR id IN ({holds})) AND id"
        again = [row[0] for row in self._sql.among(told, documents, before=(depth, Reason.TOO_DEEP.value))]
        for some in chunks(again):
            self.let_wait(f"stage = ? AND document IN ({marks(some)})", (READ.name, *some), is_begun_anew=False)
        deeper = self._sql.among("SELECT id FROM documents WHERE depth > ? AND id", documents, before=(depth,))
        self._tracker.changes("documents", [row[0] for row in deeper])
        self._sql.run_among("UPDATE documents SET depth = ? WHERE id", [row[0] for row in deeper], before=(depth,))

    def _index_again(self, documents: Sequence[DocumentId]) -> None:
        # Jobs that are leased too: what they index may have been looked up before this sighting. `finish` then finds them not its own.
        for some in chunks(documents):
            inside = (
                f"WITH RECURSIVE down(id) AS (SELECT id FROM documents WHERE id IN ({marks(some)}) UNION SELECT sightings.document "
                "FROM down JOIN sightings ON sightings.parent = down.id WHERE sightings.document IS NOT NULL) SELECT id FROM down"
            )
            which = f"stage = ? AND document IN (SELECT number FROM documents WHERE id IN ({inside}))"
            self.let_wait(which, (INDEX.name, *some), is_begun_anew=False)


_OF_TYPED = "document IN (SELECT documents.number FROM documents JOIN pages ON pages.document = documents.id WHERE pages.origin = ?)"
#: The stage that fills a group of tables, where it is called otherwise.
_FILLED_BY = {"pages": "read", "ink": "read"}
