"""Which pages wait for people to type them, the worst first, and what is still to be done on those they began."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kashf.domain.document import Origin, Page, Reason, Status
from kashf.domain.ids import DocumentId
from kashf.domain.transcription.signed_words import PagePlace
from kashf.language.words.other_readings import unseen_numbers
from kashf.ports.views import CaseView, DocumentRecord
from kashf.services.case.open import OpenCase
from kashf.services.transcription.page_lines import ENDED, LineState, TranscriptLine, machine_page, page_transcript_lines
from kashf.services.transcription.typed_readings import all_transcripts

#: Confidence in [0..1] below which a page reads as handwriting does, of which tesseract has one word in fourteen.
LIKE_HANDWRITING = 0.3


class WaitingFor(StrEnum):
    """Why a page waits, the first that holds; the order is that of the queue."""

    #: Two persons typed a name, a date or a number otherwise.
    DISAGREED = "disagreed"
    SECOND = "second"
    #: Some of its lines are typed.
    BEGUN = "begun"
    HANDWRITING = "handwriting"
    LOW_CONFIDENCE = "low-confidence"
    UNREAD_PART = "unread-part"
    #: Read surely enough, but nobody looked at its numbers; only where that is asked.
    UNSEEN_NUMBERS = "unseen-numbers"


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """A page that waits for people.

    Args:
        place: Which.
        name: Path its document was first seen at, for display.
        why: What for.
        confidence: Of the machine's reading, in [0..1]; 0 where it read nothing.
        lines: How many lines it has, as far as that is known.
        keyed: How many of them are typed.
        waits: How many of these wait for a second person.
        disagreed: How many are to be settled.
    """

    place: PagePlace
    name: str
    why: WaitingFor
    confidence: float = 0.0
    lines: int = 0
    keyed: int = 0
    waits: int = 0
    disagreed: int = 0


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits for people.

    Args:
        pages: The worst first.
        done: Pages that people typed whole, with nothing left to do.
        different: Letters that two persons typed otherwise, over all lines that two typed.
        letters: Letters of these lines.
    """

    pages: tuple[WaitingPage, ...]
    done: int = 0
    different: int = 0
    letters: int = 0

    @property
    def error_rate(self) -> float | None:
        """Character error rate of one person held against another, in [0..1]; None while no line was typed by two."""
        return self.different / self.letters if self.letters else None


def queue(case: OpenCase, documents: Sequence[DocumentId] | None = None, *, with_numbers: bool = False) -> Queue:
    """Return the pages that wait for people, the worst first: what was begun, what reads like handwriting, unsure, unread pages.

    Args:
        case: Which case; what people set aside waits for nobody.
        documents: Only of these; of all without any.
        with_numbers: Whether pages that a machine read surely come last, of which nobody looked at the numbers; looks at every such page.
    """
    of, aside = None if documents is None else frozenset(documents), frozenset(case.view.documents_aside())
    begun = {place: lines for place, lines in _keyed_pages(case) if any(line.keyings for line in lines)}
    to_type = [place for place, lines in begun.items() if _is_to_type(case, place, lines)]
    places = {place: None for place in (*to_type, *_unread(case.view)) if (of is None or place.document in of)}
    asked = [place for place in places if place.document not in aside]
    records = {record.id: record for record in case.view.records(list(dict.fromkeys(place.document for place in asked)))}
    pages = case.view.pages_at([(place.document, place.page) for place in asked])
    found = [
        _waiting(place, records[place.document], pages.get((place.document, place.page)), begun.get(place))
        for place in asked
        if place.document in records and (place in begun or _has_picture(pages.get((place.document, place.page))))
    ]
    waiting = sorted((each for each in found if each), key=_order)
    if with_numbers:
        known = {page.place for page in waiting}
        waiting += sorted((page for page in _unseen(case.view, of, aside) if page.place not in known), key=_order)
    different, letters = (sum(line.different[at] for lines in begun.values() for line in lines) for at in (0, 1))
    return Queue(tuple(waiting), sum(each is None for each in found), different, letters)


def keyed_lines(case: OpenCase) -> Iterator[tuple[PagePlace, TranscriptLine]]:
    """Yield every line that people of the case typed and of which nothing is left to do: what a reader is measured on.

    What was only brought in with a file may be a program's, and is no such line.
    """
    for place, lines in _keyed_pages(case):
        yield from ((place, line) for line in lines if line.is_typed_here and line.state in ENDED)


def _keyed_pages(case: OpenCase) -> Iterator[tuple[PagePlace, tuple[TranscriptLine, ...]]]:
    """Yield the pages of which people typed something, in order, with their lines."""
    for place, transcript in sorted(all_transcripts(case.view).items(), key=lambda pair: pair[0]):
        if transcript.keyings:
            yield place, page_transcript_lines(case, place, transcript)


def _unread(view: CaseView) -> Iterator[PagePlace]:
    """Yield the pages that machines read too unsurely, or on which they left something unread.

    Of a document of several pages with text on each nothing tells on which of them something was left unread.
    """
    for document, numbers in view.unsure_pages().items():
        yield from (PagePlace(document, number) for number in numbers)
    for record in view.walk(status=Status.PARTIAL.value):
        if record.reason == Reason.UNREAD_PART.value and _is_of_images(record):
            empty = [page.number for page in view.pages(record.id) if not page.text.strip()]
            yield from (PagePlace(record.id, number) for number in empty or ([1] if record.pages <= 1 else []))


def _is_to_type(case: OpenCase, place: PagePlace, lines: Sequence[TranscriptLine]) -> bool:
    """Return whether a page on which people typed is theirs to end: of one that a machine read surely they may look at some lines alone."""
    states = {line.state for line in lines}
    return states <= ENDED or bool(states & {LineState.WAITS, LineState.DISAGREED}) or not machine_page(case, place).is_sure


def _unseen(view: CaseView, of: Collection[DocumentId] | None, aside: Collection[DocumentId]) -> Iterator[WaitingPage]:
    """Yield the pages that a machine read, with numbers that nobody looked at."""
    for record in view.walk():
        if record.id in aside or record.origin == Origin.DIGITAL.value or (of is not None and record.id not in of):
            continue
        for page in view.pages(record.id):
            if unseen_numbers(page, view.second_readings(record.id, page=page.number)):
                yield WaitingPage(PagePlace(record.id, page.number), record.name, WaitingFor.UNSEEN_NUMBERS, page.confidence)


def _has_picture(page: Page | None) -> bool:
    """Return whether people can read a page: letters found in a file that nobody knows have no picture."""
    return page is None or not page.text or page.origin is not Origin.DIGITAL


def _is_of_images(record: DocumentRecord) -> bool:
    return record.type.startswith("image/") or record.type == "application/pdf"


def _waiting(place: PagePlace, record: DocumentRecord, page: Page | None, lines: Sequence[TranscriptLine] | None) -> WaitingPage | None:
    """Return what a page waits for, or None of one that people are done with."""
    counts = _counts(lines or ())
    why = _why(page, counts) if lines else _why_unread(page)
    if why is None:
        return None
    confidence = page.confidence if page and not lines else 0.0
    return WaitingPage(place, record.name, why, confidence, len(lines or ()), counts["keyed"], counts["waits"], counts["disagreed"])


def _counts(lines: Iterable[TranscriptLine]) -> dict[str, int]:
    states = [line.state for line in lines]
    return {
        "keyed": sum(state is not LineState.UNKEYED for state in states),
        "waits": states.count(LineState.WAITS),
        "disagreed": states.count(LineState.DISAGREED),
        "left": states.count(LineState.UNKEYED),
    }


def _why(page: Page | None, counts: Mapping[str, int]) -> WaitingFor | None:
    if counts["disagreed"]:
        return WaitingFor.DISAGREED
    if counts["waits"]:
        return WaitingFor.SECOND
    return WaitingFor.BEGUN if counts["left"] and page else None


def _why_unread(page: Page | None) -> WaitingFor:
    if page is None or not page.text.strip() or page.is_sure:
        return WaitingFor.UNREAD_PART
    return WaitingFor.HANDWRITING if page.confidence < LIKE_HANDWRITING else WaitingFor.LOW_CONFIDENCE


def _order(page: WaitingPage) -> tuple[int, float, PagePlace]:
    return list(WaitingFor).index(page.why), page.confidence, page.place
