"""Which hits and pages to look at, so that a count can be bounded: drawn by a hash, so that nobody can choose them and anybody can check.

The places are put in the order of a hash of the name and the place. The first m in that order are a random sample of m, whatever m is: one
may stop at any time and go on later, and another person draws the same ones.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kashf.domain.document import Span
from kashf.domain.entity import NameKey, Verdict
from kashf.domain.ids import DocumentId
from kashf.entities.counting.appearances import Appearance
from kashf.entities.counting.interval import FEWEST_HITS, FEWEST_PAGES, Audit

PageId = tuple[DocumentId, int]
Place = TypeVar("Place", bound=tuple[object, ...])
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class PageRead:
    """That somebody read a page for a name without being shown where the search found it.

    Args:
        document: Whose page it is.
        page: Number, from 1.
        seen: How often the name stands there, as that person saw it.
    """

    document: DocumentId
    page: int
    seen: int


@dataclass(frozen=True, slots=True)
class AuditProgress:
    """How far an audit is.

    Args:
        audit: What was looked at so far.
        unsure: Of the hits looked at, those about which nobody could tell; they count as not right.
        pages_read: Pages read so far, in the drawn order; those with a hit that nobody looked at count for nothing yet.
        more_hits: Hits to look at before there is an interval.
        more_pages: Pages to read before the interval holds what was missed, about so many; 0 when it does.
        next_hit: The hit to look at now; None when all were.
        next_page: The page to read now; None when all were.
    """

    audit: Audit
    unsure: int
    pages_read: int
    more_hits: int
    more_pages: int
    next_hit: Appearance | None
    next_page: PageId | None


def progress(
    name: NameKey,
    hits: Sequence[Appearance],
    *,
    pages: Collection[PageId],
    asked: Mapping[Span, Verdict],
    decided: Mapping[Span, Verdict],
    read: Iterable[PageRead],
) -> AuditProgress:
    """Return how far an audit is, and what is to be looked at next.

    Only the hits and pages at the head of the drawn order are a sample, up to the first that nobody has looked at. Hits that people decided
    on for another reason are known: they are counted as what they are, and none is drawn from them. On a page that was read every hit is
    looked at, so that somebody else of the name there does not stand for a mention that was missed.

    Args:
        name: Whose audit it is.
        hits: Every mention that is counted, before any decision on single places.
        pages: The pages from which those to read are drawn.
        asked: What people decided about places that the audit asked about.
        decided: What they decided about others.
        read: Pages that were read for this name.
    """
    known = {span: verdict for span, verdict in decided.items() if verdict is not Verdict.UNSURE and span not in asked}
    by_place = {hit.span: hit for hit in hits if hit.span not in known}
    order = drawn(name, [_place(span) for span in by_place])
    looked_at, next_hit = _head(order, {_place(span): verdict for span, verdict in asked.items()})
    verdicts = [verdict for _, verdict in looked_at]
    page_order = drawn(name, pages)
    pages_read, next_page = _head(page_order, {(page.document, page.page): page.seen for page in read})
    right, open_hits = _on_pages({page for page, _ in pages_read}, by_place, known | dict(asked))
    tallies = [(right.get(page, 0), max(seen, right.get(page, 0))) for page, seen in pages_read if page not in open_hits]
    by_page = tuple(tally for tally in tallies if tally[1])
    audit = Audit(
        hits=len(by_place),
        right=verdicts.count(Verdict.SAME),
        looked_at=len(verdicts),
        found=sum(found for found, _ in by_page),
        seen=sum(seen for _, seen in by_page),
        by_page=by_page,
        share_read=len(tallies) / len(page_order) if page_order else 0.0,
        known=sum(verdict is Verdict.SAME for verdict in known.values()),
    )
    waiting = next((_place(spans[0]) for _, spans in sorted(open_hits.items())), next_hit)
    return AuditProgress(
        audit=audit,
        unsure=verdicts.count(Verdict.UNSURE),
        pages_read=len(pages_read),
        more_hits=max(0, min(FEWEST_HITS, len(by_place)) - len(verdicts)),
        more_pages=_more_pages(audit, read=len(tallies), pages=page_order, hit_pages={(hit.document, hit.page) for hit in hits}),
        next_hit=by_place[Span(*waiting)] if waiting else None,
        next_page=next_page,
    )


def _on_pages(
    pages: Collection[PageId], hits: Collection[Span], verdicts: Mapping[Span, Verdict]
) -> tuple[Mapping[PageId, int], Mapping[PageId, list[Span]]]:
    """Return how many mentions that are right stand on pages, and the hits on them that nobody looked at."""
    right: dict[PageId, int] = {}
    open_hits: dict[PageId, list[Span]] = {}
    for span, verdict in verdicts.items():
        if verdict is Verdict.SAME:
            right[span.document, span.page] = right.get((span.document, span.page), 0) + 1
    for span in hits:
        if (span.document, span.page) in pages and span not in verdicts:
            open_hits.setdefault((span.document, span.page), []).append(span)
    return right, open_hits


def _more_pages(audit: Audit, *, read: int, pages: Sequence[PageId], hit_pages: Collection[PageId]) -> int:
    """Return about how many more pages bound what was missed: by how many of those read have a mention, or of all a hit."""
    if audit.bounds_missed:
        return 0
    expected = sum(page in hit_pages for page in pages) / max(len(pages), 1)
    share = len(audit.by_page) / read if len(audit.by_page) > 1 else expected
    left = len(pages) - read
    return min(left, math.ceil((FEWEST_PAGES - len(audit.by_page)) / share)) if share else left


def drawn(name: NameKey, places: Iterable[Place]) -> list[Place]:
    """Return places in the order in which they are to be looked at: that of SHA-256 of the name and the place."""
    return sorted(places, key=lambda place: hashlib.sha256("\0".join((name, *map(str, place))).encode()).digest())


def _place(span: Span) -> tuple[DocumentId, int, int, int]:
    return span.document, span.page, span.start, span.end


def _head(order: Sequence[Place], answers: Mapping[Place, Answer]) -> tuple[list[tuple[Place, Answer]], Place | None]:
    """Return the answered places at the head of an order, and the first that has no answer."""
    answered: list[tuple[Place, Answer]] = []
    for place in order:
        answer = answers.get(place)
        if answer is None:
            return answered, place
        answered.append((place, answer))
    return answered, None
