"""Makes of a document a PDF of new pixels with names, identifiers and areas covered, proves it, and writes down what was covered."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.document import Page
from kashf.domain.entity import MentionType
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.ledger import EntryKind
from kashf.domain.pages.regions import Region
from kashf.domain.publication.redacted_patterns import RedactedPattern
from kashf.domain.publication.redaction_entries import PageArea, redaction_body, redactions_of
from kashf.errors import NotAllowedError, NotFoundError, NowhereOnDocumentError, UsageError
from kashf.ports.runtime import Worker
from kashf.publish.protected.protected_strings import ProtectedStrings
from kashf.publish.redaction.identifier_patterns import pattern_spans
from kashf.publish.redaction.placed_hits import PlacedHit, TextLayer, placed_hits
from kashf.publish.redaction.proof_findings import ProofFinding
from kashf.publish.redaction.wide_boxes import joined_regions, wide_boxes
from kashf.publish.redaction.width_anonymity import ENOUGH, names_that_fit
from kashf.services.case.copies.letter_groups import letter_of
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record_entry
from kashf.services.names.counting.named_person import person_named
from kashf.services.publication.boxed_tasks import PageAreas, RedactionBox
from kashf.services.publication.prove_redaction import prove_redaction

#: Names that should have made a box at least; under it a person is warned.
ENOUGH_NAMES: Final = ENOUGH
#: What stands in names beside letters.
_IN_NAMES: Final = frozenset(" '’-.\n\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")
#: Pages of one redaction.
MOST_PAGES: Final = 500


@dataclass(frozen=True, slots=True)
class RedactionAsked:
    """What somebody wants covered.

    Attributes:
        document: Beginning of its id.
        areas: By hand, by page.
        entities: Names, each with all its spellings.
        patterns: Kinds of identifiers.
        strings: Further strings that must not be in it.
        whole_lines: Whether boxes reach from edge to edge.
        black_and_white: Whether every pixel becomes black or white, against the dots of printers.
        is_afresh: Whether what was covered before is not covered again by itself.
    """

    document: str
    areas: tuple[PageArea, ...] = ()
    entities: tuple[str, ...] = ()
    patterns: frozenset[RedactedPattern] = frozenset()
    strings: tuple[str, ...] = ()
    whole_lines: bool = False
    black_and_white: bool = False
    is_afresh: bool = False


@dataclass(frozen=True, slots=True)
class BoxAnonymity:
    """How many names would have made a box.

    Attributes:
        page: Where it is.
        box: The box.
        names: How many.
    """

    page: int
    box: Region
    names: int


@dataclass(frozen=True, slots=True)
class RedactionMade:
    """A redaction that held.

    Attributes:
        document: Of which document.
        content: The PDF.
        pages: Numbers of the pages in it.
        areas: What is covered.
        strings: How many strings were looked for in it.
        whole_by_reading: Places where a reading knew the line alone, so that all of it is covered.
        anonymity: Of boxes over words.
        copies: Other documents that are copies of it, and whether each was redacted before.
        again: How many areas were covered before and are so again.
    """

    document: DocumentId
    content: bytes
    pages: tuple[int, ...]
    areas: tuple[PageArea, ...]
    strings: int
    whole_by_reading: int
    anonymity: tuple[BoxAnonymity, ...]
    copies: tuple[tuple[DocumentId, bool], ...]
    again: int

    @property
    def sha256(self) -> str:
        """Of the PDF."""
        return hashlib.sha256(self.content).hexdigest()


def redact_document(
    case: OpenCase, worker: Worker, asked: RedactionAsked, *, report: Callable[[int, int], None] = lambda _done, _of: None
) -> RedactionMade:
    """Return a redaction of a document that was proven to hold.

    Raises:
        UsageError: Nothing is to be covered, or an area is on no page.
        NotFoundError: No such document, or no image of its pages; or a name, a kind of identifier or a string is nowhere on it.
        NoPictureError: A page cannot be drawn.
        NotAllowedError: Something that is to be covered stands on a page nobody knows where; or the proof found something.
    """
    document = case.view.resolve(asked.document)
    pages = case.view.pages(document)[:MOST_PAGES]
    _check_has_pages(case, document, pages)
    before = () if asked.is_afresh else _covered_before(case, document)
    by_hand = _checked_areas((*asked.areas, *before), pages)
    strings = strings_asked(case, asked)
    box = RedactionBox(case, worker, document)
    layers: dict[int, tuple[TextLayer, ...]] = {}
    if strings or asked.patterns:
        for nth, page in enumerate(pages, start=1):
            layers[page.number] = (TextLayer(page.text, page.boxes), *box.layers(page.number))
            report(nth, len(pages))
    found = [*strings, *_by_pattern(layers, asked)]
    protected = ProtectedStrings.of(found) if found else None
    hits = {page: tuple(_hits(page, some, protected)) for page, some in layers.items()} if protected else {}
    _check_all_found(asked, protected, layers)
    areas = {page.number: _areas(by_hand.get(page.number, ()), hits.get(page.number, ()), asked) for page in pages}
    if not any(areas.values()):
        raise UsageError("nothing is to be covered: name --area, --entity, --pattern or --protect", code="redact-nothing")
    laid: list[PageAreas] = [(page.number, areas[page.number], [hit.region for hit in hits.get(page.number, ())]) for page in pages]
    made = box.cover(laid, black_and_white=asked.black_and_white)
    if findings := prove_redaction(box, made, protected, laid, black_and_white=asked.black_and_white):
        raise refused(findings)
    names = tuple(total.text for total in case.view.names(MentionType.PERSON, limit=None)) if protected else ()
    return RedactionMade(
        document,
        made,
        tuple(page.number for page in pages),
        tuple((page, area) for page, some in sorted(areas.items()) for area in some),
        len(protected) if protected else 0,
        sum(hit.is_line for some in hits.values() for hit in some),
        tuple(_anonymity(areas, hits, names)),
        _copies(case, document),
        len(before),
    )


def record_redaction(case: WritableCase, made: RedactionMade) -> EntryId:
    """Write down which areas were covered and the hash of what was made, and return the entry."""
    with case.store.unit() as uow:
        entry = record_entry(case, uow, EntryKind.REDACTED, redaction_body(made.document, made.areas, made.sha256))
        uow.commit()
    return entry.id


def strings_asked(case: OpenCase, asked: RedactionAsked) -> tuple[str, ...]:
    """Return what must not be in a redaction: each name with every spelling that the case knows, and the strings as they are."""
    names = [spelling for name in asked.entities for spelling in spellings_of(case, name)]
    return tuple(dict.fromkeys((*names, *asked.strings)))


def spellings_of(case: OpenCase, name: str) -> tuple[str, ...]:
    """Return a name and all names of whom the case knows by it, in all their spellings."""
    person = person_named(case.view, name)
    if person is None:
        return (name,)
    totals = case.view.names_with(MentionType.PERSON, sorted(person.members))
    return tuple(dict.fromkeys((name, *(spelling for total in totals for spelling in (total.text, *total.variants)))))


def refused(findings: Sequence[ProofFinding]) -> NotAllowedError:
    """Return the error that says what a proof found, by way and number and never by word."""
    told = sorted({f"{each.extractor.value}: {f'string {each.number}, ' if each.number else ''}{each.what}" for each in findings})
    shown = "; ".join(told[:8])
    return NotAllowedError(f"the redaction does not hold and was not written: {shown}", code="redaction-finding", found=shown)


def _check_has_pages(case: OpenCase, document: DocumentId, pages: Sequence[Page]) -> None:
    """Refuse a document that has no page image, and say what to do.

    Raises:
        NotFoundError: It has none.
    """
    (record,) = case.view.records([document])
    if not pages or not (record.type == "application/pdf" or record.type.startswith("image/")):
        raise NotFoundError(
            "this document has no page image that could be covered: print it to a PDF, add that, and redact it", code="redact-no-image"
        )


def _covered_before(case: OpenCase, document: DocumentId) -> tuple[PageArea, ...]:
    known = redactions_of(case.view.entries(kinds=[EntryKind.REDACTED], naming=document)).get(document, ())
    return tuple(dict.fromkeys(area for each in known for area in each.areas))


def _checked_areas(areas: Sequence[PageArea], pages: Sequence[Page]) -> dict[int, list[Region]]:
    found: dict[int, list[Region]] = {page.number: [] for page in pages}
    for page, region in areas:
        if page not in found:
            raise UsageError(f"there is no page {page} to cover an area of; there are {len(pages)}", code="redact-no-page", page=page)
        found[page].append(region)
    return found


def _by_pattern(layers: dict[int, tuple[TextLayer, ...]], asked: RedactionAsked) -> Iterator[str]:
    for some in layers.values():
        for layer in some:
            yield from (layer.text[start:end] for start, end in pattern_spans(layer.text, asked.patterns))


def _hits(page: int, layers: Sequence[TextLayer], protected: ProtectedStrings) -> Iterator[PlacedHit]:
    """Yield where protected strings stand on a page, in each of its readings.

    Raises:
        NotAllowedError: One stands in a reading, and no reading knows where.
    """
    placed: set[int] = set()
    read: set[int] = set()
    for layer in layers:
        for hit in protected.in_text(layer.text):
            read.add(hit.number)
            places = placed_hits(layer, [(hit.start, hit.end)])
            placed.update([hit.number] if places else [])
            yield from places
    if missing := sorted(read - placed):
        raise NotAllowedError(
            f"string {missing[0]} stands on page {page}, and no reading tells where: cover it with --page {page} --area",
            code="redact-no-place",
            page=page,
            number=missing[0],
        )


def _check_all_found(asked: RedactionAsked, protected: ProtectedStrings | None, layers: dict[int, tuple[TextLayer, ...]]) -> None:
    """Refuse a name or a kind of identifier of which nothing stands on the document; what is told is which of those asked, by number."""
    texts = [layer.text for some in layers.values() for layer in some]
    for nth, name in enumerate(asked.entities, start=1):
        mine = ProtectedStrings.of([name])
        whole = protected.strings if protected else ()
        if not any(mine.in_text(text) for text in texts) and not _is_read(whole, texts):
            raise NowhereOnDocumentError(
                f"name {nth} stands nowhere on the document; nothing was covered", code="redact-nowhere", number=nth
            )
    for pattern in sorted(asked.patterns):
        if not any(True for text in texts for _ in pattern_spans(text, [pattern])):
            raise NowhereOnDocumentError(
                f"there are no {pattern.value} on the document; nothing was covered", code="redact-no-pattern", pattern=pattern.value
            )


def _is_read(strings: Sequence[str], texts: Sequence[str]) -> bool:
    return any(ProtectedStrings.of([string]).in_text(text) for string in strings for text in texts)


def _areas(by_hand: Sequence[Region], hits: Sequence[PlacedHit], asked: RedactionAsked) -> tuple[Region, ...]:
    lines = wide_boxes([hit.region for hit in hits if hit.is_line], whole_lines=True)
    wide = wide_boxes([hit.region for hit in hits if not hit.is_line], whole_lines=asked.whole_lines)
    return joined_regions([*by_hand, *lines, *wide])


def _anonymity(
    areas: dict[int, tuple[Region, ...]], hits: dict[int, tuple[PlacedHit, ...]], names: Sequence[str]
) -> Iterator[BoxAnonymity]:
    """Yield for each box over words the fewest names that would have made it."""
    for page, some in sorted(hits.items()):
        for box in areas[page]:
            under = [hit for hit in some if hit.region.top < box.bottom and box.top < hit.region.bottom and _is_in(hit.region, box)]
            is_alone = all(
                hit.region.left < other.region.right and other.region.left < hit.region.right for hit in under for other in under
            )
            named = [hit for hit in under if all(sign.isalpha() or sign in _IN_NAMES for sign in hit.text)]
            counts = [names_that_fit(box, hit.region, hit.text, names, is_alone=is_alone) for hit in named]
            if counts:
                yield BoxAnonymity(page, box, min(counts))


def _is_in(place: Region, box: Region) -> bool:
    return box.left <= place.left and place.right <= box.right


def _copies(case: OpenCase, document: DocumentId) -> tuple[tuple[DocumentId, bool], ...]:
    others = [each for each in letter_of(case.view, document).documents if each != document]
    known = redactions_of(case.view.entries(kinds=[EntryKind.REDACTED])) if others else {}
    return tuple((each, each in known) for each in others)
