"""What is read of a case's records: by any number of processes beside the writer, and fast, because a person is waiting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Page, Reading, Sighting, Status
from kashf.domain.entries.delivery import Collection
from kashf.domain.ids import DocumentId, EntryId, SightingId
from kashf.domain.sealing.row_seals import HeldRows
from kashf.ports.copy_groups import CopiesView
from kashf.ports.counted.received_costs import CostsView
from kashf.ports.forms import FormsView
from kashf.ports.ledger.ledger_view import LedgerView
from kashf.ports.mentions import NamesView
from kashf.ports.sound.records_condition import ConditionView
from kashf.ports.stages import NAMES, StagesView


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
        by_reason: Documents, and paths, that have a reason by it: failed and partial ones, and done ones without writing.
        without_text: Documents that are done and have no text at all, pictures without writing among them.
        by_stage: Documents that wait for each stage, by its name; stages for which none waits are left out.
        by_collection: Documents by collection.
        destroyed: Documents whose bytes were destroyed for a stated reason.
        partial_by_reason: Partial documents alone by reason.
        unsure_pages: Pages of which words are more often wrong than right, and which no name, count or default search is of.
        unkeyed_lines: Lines that nobody typed yet on pages of which people typed others, and that no machine read surely.
        set_aside: Sightings that people took out of every answer; none of the other numbers counts them.
        uncompared: Documents that were read and not compared with all others since, which may be copies.
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
    partial_by_reason: Mapping[str, int] = field(default_factory=dict)
    unsure_pages: int = 0
    unkeyed_lines: int = 0
    set_aside: int = 0
    uncompared: int = 0

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
        origin: "digital", "ocr", "transcription", "mixed" or "" without text.
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
class Outline:
    """The least that tells one document from others of a list, for lists of all.

    Args:
        id: SHA-256 of its bytes.
        name: Path it was first seen at, for display.
        type: Media type; "" before it was read.
        reason: Why it is not simply done; "" when it is, or was not read yet.
        detail: One line about that.
    """

    id: DocumentId
    name: str
    type: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Documents or sightings that are copies of one another.

    Args:
        kind: "bytes", "text", "message" or "near".
        documents: Their ids, in order; one id for "bytes".
        paths: Where they were seen.
    """

    kind: str
    documents: tuple[DocumentId, ...]
    paths: tuple[str, ...]


class TextsView(Protocol):
    """What stages of texts look at: of a case, or of the few documents that a worker was sent."""

    def records(self, documents: Sequence[DocumentId]) -> tuple[DocumentRecord, ...]:
        """Return what is known of some documents, in the order asked for; unknown ids are left out."""
        ...

    def bare_pages(self, documents: Sequence[DocumentId]) -> Iterator[tuple[DocumentId, tuple[Page, ...]]]:
        """Yield some documents with their pages in order, without the places of words on images; some are read at a time.

        Documents without pages are left out.
        """
        ...

    def bare_second_readings(self, documents: Sequence[DocumentId]) -> Iterator[tuple[DocumentId, tuple[Page, ...]]]:
        """Yield some documents with what else machines read on their pages, by page and in the order it was read in, as `bare_pages` does.

        Documents of which nothing was read twice are left out.
        """
        ...


class CaseView(LedgerView, TextsView, NamesView, CopiesView, FormsView, StagesView, ConditionView, CostsView, Protocol):
    """The reading side of a case: plain queries, no transaction held, safe beside a writer.

    What counts or lists leaves out what people set aside; what is asked for by its id is there.
    """

    def snapshot(self) -> AbstractContextManager[None]:
        """Return a block in which all that is read is of one moment; a block within another is of the moment of the outer one."""
        ...

    def totals(self) -> Totals:
        """Return where everything stands."""
        ...

    def resolve(self, beginning: str) -> DocumentId:
        """Return the one document whose id begins like this.

        Raises:
            NotFoundError: None, or more than one.
        """
        ...

    def walk(self, *, after: str = "", status: str = "") -> Iterator[DocumentRecord]:
        """Yield documents by id, those after `after`; they are read as one goes, some at a time.

        Args:
            after: An id, or "" for the beginning.
            status: "done", "partial", "failed" or "waiting", as `totals` counts them; "" for all.
        """
        ...

    def pages(self, document: DocumentId) -> tuple[Page, ...]:
        """Return its pages in order; empty when it has none or was not read."""
        ...

    def walk_pages(self, document: DocumentId) -> Iterator[Page]:
        """Yield the pages of a document in order, without the places of words on images; few of them are held at a time."""
        ...

    def page(self, document: DocumentId, number: int) -> Page | None:
        """Return one page, or None when there is no such page."""
        ...

    def pages_at(self, places: Sequence[tuple[DocumentId, int]]) -> Mapping[tuple[DocumentId, int], Page]:
        """Return pages by document and number, without the places of words on images; those that there are not are left out."""
        ...

    def texts_at(self, places: Sequence[tuple[DocumentId, int]]) -> Mapping[tuple[DocumentId, int], str]:
        """Return the texts of pages by document and number; those that there are not are left out."""
        ...

    def second_readings(self, document: DocumentId, *, page: int | None = None) -> tuple[Page, ...]:
        """Return its pages as other ways of reading have them, of one page or all, by number and in the order they were read in."""
        ...

    def machine_reading(self, document: DocumentId) -> Reading | None:
        """Return what machines read in a document, without what people typed of it; None when it was not read."""
        ...

    def unsure_pages(self) -> Mapping[DocumentId, tuple[int, ...]]:
        """Return the pages with text that were read too unsurely to count, by document; their number is that of `totals`."""
        ...

    def scanned_pages(self) -> frozenset[tuple[DocumentId, int]]:
        """Return the pages that OCR read, by document and number."""
        ...

    def page_counts(self) -> Mapping[DocumentId, int]:
        """Return how many pages each document has that were read surely enough to count; those without any are left out."""
        ...

    def page_texts(self, documents: Sequence[DocumentId]) -> Iterator[tuple[DocumentId, int, str]]:
        """Yield the text of every page of some documents, with its number; some documents are read at a time."""
        ...

    def sightings(self, document: DocumentId) -> tuple[tuple[Sighting, EntryId | None], ...]:
        """Return where it was seen, first sighting first, each with its receipt (None for members)."""
        ...

    def documents_at(self, channel: str, paths: Sequence[str]) -> Mapping[str, DocumentId]:
        """Return the documents that were seen at some paths, on a channel or, for "", inside containers; of several the last seen."""
        ...

    def places(self, documents: Sequence[DocumentId]) -> Mapping[DocumentId, tuple[str, ...]]:
        """Return the paths at which documents were seen, first sighting first, without those that were set aside."""
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

    def pile(self, receipts: Sequence[EntryId]) -> tuple[Sighting, ...]:
        """Return what some receipts list as it was received, unreadable paths too, and then the members of containers in their order.

        Each container is opened once, wherever it was seen, so that one that holds itself ends.
        """
        ...

    def unreadable(self) -> tuple[Sighting, ...]:
        """Return the paths that could not be read and still cannot be."""
        ...

    def count_unreadable(self, among: Sequence[SightingId] | None = None) -> int:
        """Return how many of these sightings, or of all, are of paths that could not be read and still cannot be."""
        ...

    def copies(self) -> tuple[CopyGroup, ...]:
        """Return groups of same bytes (seen at more than one place) and of same text, largest first."""
        ...

    def same_text(self, document: DocumentId) -> tuple[DocumentId, ...]:
        """Return the other documents with the same text, by id."""
        ...

    def outlines(self) -> Iterator[Outline]:
        """Yield the least of every document that was read, by id."""
        ...

    def documents_aside(self) -> tuple[DocumentId, ...]:
        """Return the documents that people took out of every answer, by id."""
        ...

    def count_set_aside(self) -> int:
        """Return how many sightings people took out of every answer, as `totals` does."""
        ...

    def received(self) -> Mapping[SightingId, EntryId]:
        """Return the receipt of every sighting that has one."""
        ...

    def held_rows(self) -> HeldRows:
        """Return the digests of all rows that were made from what was received, to be held against what the ledger says was sealed.

        Raises:
            UnfinishedError: Tables wait to be made anew by this kashf.
        """
        ...

    def listed_sightings(self) -> Mapping[SightingId, Sighting]:
        """Return every sighting that the tables take from a receipt, in the order of the tables."""
        ...

    def signatures(self) -> tuple[tuple[DocumentId, bytes, bool], ...]:
        """Return MinHash signatures of documents with enough text, by id, and whether OCR read any of it."""
        ...

    def words_with(self, skeletons: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """Return the case's folded words by skeleton, for the skeletons asked for."""
        ...

    def moment(self) -> str:
        """Return what is another whenever anything was written since; "" where that cannot be told, as of some documents alone."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...
