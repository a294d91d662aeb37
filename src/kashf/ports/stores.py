"""Where a case's records are kept: the ledger (truth) and tables that can be made again from it and the blobs (derived).

Writing goes through CaseStore, one unit of work at a time, in one process. Reading goes through CaseView, which any number of
processes may hold open beside the writer, and which starts fast because a person is waiting.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Protocol, Self

from kashf.domain.date import FuzzyDate
from kashf.domain.delivery import Collection
from kashf.domain.document import Page, Reading, Sighting, Status
from kashf.domain.ids import DocumentId, EntryId, SightingId
from kashf.domain.ledger import Entry
from kashf.ports.destroying import DestroyingStore, DestroyingUnit
from kashf.ports.mentions import NamesUnit, NamesView
from kashf.ports.stages import NAMES, DocumentStage, Job, StageRow


@dataclass(frozen=True, slots=True)
class StoredReading:
    """A reading with what the later stages need of it.

    Args:
        reading: As it came from the sandbox, checked.
        text_key: Same text, same key; None for too little text to tell.
        signature: MinHash of the text for near copies; empty for too little text.
    """

    reading: Reading
    text_key: str | None = None
    signature: bytes = b""


class UnitOfWork(NamesUnit, DestroyingUnit, Protocol):
    """One transaction. Leaving the block without `commit` keeps nothing."""

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Roll back whatever was not committed."""
        ...

    def commit(self) -> None:
        """Make all of it durable at once; on a full disk NoSpaceError is raised and the transaction rolled back."""
        ...

    def tail(self, device: str) -> Entry | None:
        """Return the last entry of a chain, or None for an empty one."""
        ...

    def append(self, entry: Entry) -> EntryId:
        """Add an entry to its chain; DamagedCaseError is raised when it does not follow the chain's last entry."""
        ...

    def unseen(self, sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
        """Return those that are not recorded yet, each once, in order."""
        ...

    def sight(self, sightings: Sequence[Sighting], *, receipt: EntryId | None, depth: int) -> int:
        """Record sightings and open a reading job for each document not seen before; returns how many sightings were new.

        A document that was seen before is indexed again, with all that lies in it, since another channel may have passed it on.
        """
        ...

    def renew(self, *, everything: bool = False) -> frozenset[str]:
        """Make derived tables of another form, or all of them, anew and empty, and let what fills them wait; nothing else is touched.

        Returns what was dropped: "documents" (with all sightings and jobs), "pages", or the name of a stage.
        """
        ...

    def lease(self, stage: DocumentStage, *, limit: int) -> tuple[Job, ...]:
        """Take up to `limit` waiting jobs; only for the holder of the case's lock.

        Those begun least often come first, so that a file that brings the process down does not hold up the others.
        """
        ...

    def release(self) -> int:
        """Give back every lease, which a process that died took; only for the holder of the case's lock. Returns how many."""
        ...

    def reopen(self, stage: DocumentStage, *, unless_version: str, failed: bool = False) -> int:
        """Make jobs wait again that ended with a version other than this and, on request, those of documents not read whole.

        Documents with text that the stage has never seen wait for it, too.

        Args:
            stage: Which stage.
            unless_version: Jobs that ended with this version stay so; "" reopens all that ended.
            failed: Reopen those of failed and partial documents too.

        Returns:
            How many wait again.
        """
        ...

    def engines(self) -> tuple[Mapping[str, str], ...]:
        """Return the sets of engines, with versions, that read the documents, each once."""
        ...

    def read_again(self, engines: Sequence[Mapping[str, str]]) -> int:
        """Make the documents that one of these sets of engines read wait to be read; returns how many do now."""
        ...

    def put(self, readings: Sequence[StoredReading], *, version: str) -> None:
        """Store readings in place of older ones, end their reading jobs, and open those of the later stages where there is text.

        The mentions on older pages go with the pages. `version` is that of reading.
        """
        ...

    def put_rows(self, stage: DocumentStage, items: Sequence[tuple[DocumentId, Sequence[Any]]], *, version: str) -> None:
        """Store what a stage found in documents in place of what it had found, and end their jobs; those not leased any more are left.

        Args:
            stage: Which.
            items: Each document once, with its rows; for NAMES mentions in any order, none longer than `NAME_LENGTH`.
            version: Of the stage and all that found them.
        """
        ...

    def finish(self, stage: DocumentStage, documents: Sequence[DocumentId], *, version: str) -> None:
        """End those jobs as done that are still leased; one that waits again has to be done again."""
        ...

    def learn_words(self, skeletons: Mapping[str, str]) -> None:
        """Add folded words with their consonant skeletons to the case's word list; known ones are left."""
        ...


class CaseStore(DestroyingStore, Protocol):
    """The writing side of a case."""

    def unit(self) -> UnitOfWork:
        """Return a new unit of work."""
        ...

    def view(self) -> CaseView:
        """Return the reading side of the same store."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...


@dataclass(frozen=True, slots=True)
class Totals:
    """Where everything that was found stands: found = done + partial + failed + duplicates + waiting + destroyed, always.

    Args:
        found: Sightings: files on disk and members of containers, each counted.
        done: Documents read whole and searchable.
        partial: Documents of which some part could not be read; the rest is searchable.
        failed: Documents, or paths, that could not be read, each with a reason.
        duplicates: Sightings of bytes that were seen before.
        waiting: Documents with work still to do.
        by_type: Documents by media type; those not read yet under "".
        by_reason: Partial and failed ones by reason.
        without_text: Documents that are done and have no text at all.
        by_stage: Documents that wait for each stage, by its name; stages for which none waits are left out.
        by_collection: Documents by collection.
        destroyed: Documents whose bytes were destroyed for a stated reason.
    """

    found: int = 0
    done: int = 0
    partial: int = 0
    failed: int = 0
    duplicates: int = 0
    waiting: int = 0
    by_type: Mapping[str, int] = field(default_factory=dict)
    by_reason: Mapping[str, int] = field(default_factory=dict)
    without_text: int = 0
    by_stage: Mapping[str, int] = field(default_factory=dict)
    by_collection: Mapping[Collection, int] = field(default_factory=dict)
    destroyed: int = 0

    @property
    def names_waiting(self) -> int:
        """Documents with text in which names have not been looked for yet; most of them can be searched already."""
        return self.by_stage.get(NAMES.name, 0)


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """What the case knows of one document, without its pages.

    Args:
        id: SHA-256 of its bytes.
        name: Path it was first seen at, for display.
        size_bytes: Of its bytes.
        type: Media type; "" before it was read.
        status: None before it was read.
        reason: Why it is not done; "" when it is.
        detail: One line about that.
        pages: How many.
        origin: "digital", "ocr", "mixed" or "" without text.
        title: As the document says.
        file_date: The date its metadata give, `UNDATED` for none. Unproven, and not the day on which the paper says it was written.
        sender: As the document says, or "".
        recipient: As the document says, or "".
        language: ISO 639-1 code of most of its text, or "".
        text_key: Same text, same key; None when there is too little.
        metadata: All that the document says about itself.
        engines: What read it, with versions.
    """

    id: DocumentId
    name: str
    size_bytes: int
    type: str
    status: Status | None
    reason: str
    detail: str
    pages: int
    origin: str
    title: str
    file_date: FuzzyDate
    sender: str
    recipient: str
    language: str
    text_key: str | None
    metadata: Mapping[str, str]
    engines: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Documents or sightings that are copies of one another.

    Args:
        kind: "bytes", "text" or "near".
        documents: Their ids, in order; one id for "bytes".
        paths: Where they were seen.
    """

    kind: str
    documents: tuple[DocumentId, ...]
    paths: tuple[str, ...]


class CaseView(NamesView, Protocol):
    """The reading side of a case: plain queries, no transaction held, safe beside a writer."""

    def snapshot(self) -> AbstractContextManager[None]:
        """Return a block in which all that is read is of one moment; a block within another is of the moment of the outer one."""
        ...

    def totals(self) -> Totals:
        """Return where everything stands."""
        ...

    def entries(self, *, kinds: Sequence[str] = ()) -> tuple[tuple[Entry, EntryId], ...]:
        """Return ledger entries, of some kinds or all, with the ids recorded beside them, by device and place."""
        ...

    def resolve(self, beginning: str) -> DocumentId:
        """Return the one document whose id begins like this.

        Raises:
            NotFoundError: None, or more than one.
        """
        ...

    def records(self, documents: Sequence[DocumentId]) -> tuple[DocumentRecord, ...]:
        """Return what is known of some documents, in the order asked for; unknown ids are left out."""
        ...

    def documents(self, *, after: str = "", limit: int = 100, status: str = "") -> tuple[DocumentRecord, ...]:
        """Return documents by id, those after `after`; for walking through all of them.

        Args:
            after: An id, or "" for the beginning.
            limit: How many at most.
            status: "done", "partial", "failed" or "waiting", as `totals` counts them; "" for all.
        """
        ...

    def pages(self, document: DocumentId) -> tuple[Page, ...]:
        """Return its pages in order; empty when it has none or was not read."""
        ...

    def page(self, document: DocumentId, number: int) -> Page | None:
        """Return one page, or None when there is no such page."""
        ...

    def sightings(self, document: DocumentId) -> tuple[tuple[Sighting, EntryId | None], ...]:
        """Return where it was seen, first sighting first, each with its receipt (None for members)."""
        ...

    def members(self, document: DocumentId) -> tuple[Sighting, ...]:
        """Return what was found inside a container, in its order."""
        ...

    def channels(self, documents: Sequence[DocumentId]) -> Mapping[DocumentId, tuple[str, ...]]:
        """Return who passed each document on, by itself or inside a container, in alphabetical order."""
        ...

    def receipts_of(self, documents: Sequence[DocumentId]) -> Mapping[DocumentId, tuple[EntryId, ...]]:
        """Return the receipts by which each document came, by itself or inside a container, by id."""
        ...

    def brought_by(self, receipts: Sequence[EntryId]) -> tuple[DocumentId, ...]:
        """Return the documents that some receipts list, with all that lies in them, each once, by id."""
        ...

    def stage_rows(self, stage: DocumentStage, documents: Sequence[DocumentId] | None = None) -> tuple[tuple[DocumentId, StageRow], ...]:
        """Return what a stage with a table of its own keeps of some documents, or of all, by document and place."""
        ...

    def unreadable(self) -> tuple[Sighting, ...]:
        """Return the paths that could not be read and still cannot be."""
        ...

    def copies(self) -> tuple[CopyGroup, ...]:
        """Return groups of same bytes (seen at more than one place) and of same text, largest first."""
        ...

    def same_text(self, document: DocumentId) -> tuple[DocumentId, ...]:
        """Return the other documents with the same text, by id."""
        ...

    def received(self) -> Mapping[SightingId, EntryId]:
        """Return the receipt of every sighting that has one."""
        ...

    def signatures(self) -> tuple[tuple[DocumentId, bytes, bool], ...]:
        """Return MinHash signatures of documents with enough text, by id, and whether OCR read any of it."""
        ...

    def words_with(self, skeletons: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """Return the case's folded words by skeleton, for the skeletons asked for."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...
