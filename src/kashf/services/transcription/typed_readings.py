"""Puts what people typed of a document's pages above what machines read, whenever either changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kashf.domain.document import Origin, Page, Reading, Reason, Status
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import Entry
from kashf.domain.pages.readings import PageReading, ReadingKind, current
from kashf.domain.transcription.keyed_lines import KeyedLine, keyed_lines_of
from kashf.domain.transcription.signed_words import PagePlace
from kashf.domain.transcription.transcripts import TRANSCRIPTS, PageTranscript, Words, transcripts_of, words_of
from kashf.domain.transcription.typed_page import TypedPage, TypedRegion, typed_page
from kashf.errors import BrokenCustodyError, DamagedCaseError
from kashf.ports.blobs import BlobStore
from kashf.ports.stores import StoredReading, UnitOfWork
from kashf.ports.views import CaseView
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.word_blobs import entries_about, read_words
from kashf.services.transcription.heard_readings import with_heard

#: Why pages are not read that people can read all the same.
_LEFT_TO_PEOPLE: Final = frozenset({Reason.LOW_CONFIDENCE, Reason.UNREAD_PART, Reason.UNREADABLE, Reason.TIMEOUT})

Transcripts = Mapping[PagePlace, PageTranscript]


def transcripts_in(view: CaseView, document: DocumentId, written: Sequence[Entry] = ()) -> Transcripts:
    """Return what was typed of a document's pages and stands.

    Args:
        view: Of the case.
        document: Which.
        written: Entries of a unit of work that is still to be committed, which no other reader sees yet.
    """
    found = transcripts_of(entries_about(view, TRANSCRIPTS.kinds, document, written))
    return {place: each for place, each in found.items() if place.document == document}


def all_transcripts(view: CaseView) -> Transcripts:
    """Return what was typed of all pages of a case and stands."""
    return transcripts_of(entries_about(view, TRANSCRIPTS.kinds))


def lines_in(blobs: BlobStore, transcript: PageTranscript) -> tuple[KeyedLine, ...]:
    """Return the lines of a page that people keyed; one of which the words are gone or changed, as `verify` tells, is passed over."""
    ids = {*(each.words for each in transcript.keyings), *(each.words for each in transcript.settlements)}
    return keyed_lines_of(transcript, {id: found for id in ids if (found := _typed_words(blobs, id))})


def with_typed(blobs: BlobStore, stored: StoredReading, transcripts: Transcripts) -> StoredReading:
    """Return a reading by machines with what people typed of its pages above it; the same when they typed nothing.

    Args:
        blobs: Where the words are.
        stored: As machines read it.
        transcripts: What was typed, of this document and perhaps of others.
    """
    from kashf.services.case.copies.copy_keys import keep_keys  # Questions do without; it takes 100 ms to import.

    machine = stored.reading
    found = {place.page: each for place, each in transcripts.items() if place.document == machine.document}
    made = {page.number: _typed(blobs, page, found[page.number]) for page in _pages_of(machine, found) if page.number in found}
    typed = {number: page for number, page in made.items() if page}
    if not typed:
        return stored
    pages = tuple(typed[page.number].page if page.number in typed else page for page in _pages_of(machine, found))
    status, reason, detail = _standing(machine, {number for number, page in typed.items() if page.is_whole})
    reading = replace(machine, pages=pages, status=status, reason=reason, detail=detail)
    return replace(keep_keys(reading), machine=machine)


def put_typed(case: WritableCase, uow: UnitOfWork, document: DocumentId, written: Sequence[Entry]) -> None:
    """Let a store have the pages of a document as they read now, in a unit of work that is still to be committed."""
    from kashf.services.case.copies.copy_keys import keep_keys

    machine = case.reading.view.machine_reading(document)
    if machine is not None:
        transcripts = transcripts_in(case.reading.view, document, written)
        typed = with_typed(case.reading.blobs, keep_keys(machine), transcripts)
        uow.put_typed([with_heard(case.reading, typed, written)])


@dataclass(slots=True)
class TypedOver:
    """Puts what people typed above what machines just read; it looks again only when somebody has typed since.

    Args:
        case: Which case.
    """

    case: OpenCase
    _counted: int = 0
    _known: dict[DocumentId, dict[PagePlace, PageTranscript]] = field(default_factory=dict)

    def over(self, stored: Sequence[StoredReading]) -> list[StoredReading]:
        """Return readings with what was typed of their documents above them."""
        self._look()
        typed = (with_typed(self.case.blobs, each, self._known.get(each.reading.document, {})) for each in stored)
        return [with_heard(self.case, each) for each in typed]

    def _look(self) -> None:
        kinds = self.case.view.entry_kinds()
        counted = sum(kinds.get(kind, 0) for kind in TRANSCRIPTS.kinds)
        if counted != self._counted:
            self._counted, self._known = counted, {}
            for place, transcript in all_transcripts(self.case.view).items():
                self._known.setdefault(place.document, {})[place] = transcript


def _typed_words(blobs: BlobStore, id: DocumentId) -> Words | None:
    try:
        return words_of(read_words(blobs, id))
    except (BrokenCustodyError, DamagedCaseError):
        return None


def _pages_of(machine: Reading, typed: Mapping[int, PageTranscript]) -> Iterable[Page]:
    """Return the pages of a reading; of a document of which a machine read none, the first one is there for people."""
    return machine.pages or ((Page(1, "", Origin.OCR, 0.0),) if 1 in typed else ())


def _typed(blobs: BlobStore, machine: Page, transcript: PageTranscript) -> TypedPage | None:
    lines = lines_in(blobs, transcript)
    if not lines:
        return None
    drawn = transcript.drawn.regions if transcript.drawn else ()
    made = typed_page(machine, [TypedRegion(line.region, line.standing.typed) for line in lines], drawn)
    first, last = lines[0].keyings[0], max(lines, key=lambda line: line.standing.when).standing
    kind = ReadingKind.CORRECTION if machine.is_sure else ReadingKind.TRANSCRIPTION
    read = ReadingKind.OCR if machine.origin is Origin.OCR else ReadingKind.DIGITAL
    readings = (PageReading(machine, read, "", first.when), PageReading(made.page, kind, last.person, last.when))
    chosen = current(readings)
    return made if chosen and chosen.page is made.page else None


def _standing(machine: Reading, whole: set[int]) -> tuple[Status, Reason | None, str]:
    """Return status, reason and detail of a document of which people typed some pages whole."""
    if machine.status is Status.DONE or machine.reason not in _LEFT_TO_PEOPLE:
        kept = Status.PARTIAL if machine.status is Status.FAILED else machine.status
        return kept, None if machine.reason is Reason.NO_WRITING else machine.reason, machine.detail
    unsure = {page.number for page in machine.pages if page.text and not page.is_sure}
    needed = unsure if machine.reason is Reason.LOW_CONFIDENCE else {page.number for page in machine.pages} or {1}
    if needed and needed <= whole:
        return Status.DONE, None, ""
    return Status.PARTIAL, machine.reason, machine.detail
