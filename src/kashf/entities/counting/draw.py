"""Which hits and pages to look at, so that a count can be bounded: drawn by a hash, so that nobody can choose them and anybody can check.

The places are put in the order of a hash of the name and the place. The first m in that order are a random sample of m, whatever m is: one
may stop at any time and go on later, and another person draws the same ones.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kashf.domain.document import Span
from kashf.domain.entity import NameKey, Verdict
from kashf.domain.ids import DocumentId
from kashf.entities.counting.appearances import Appearance
from kashf.entities.counting.interval import Audit

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
        pages_read: Pages read so far, in the drawn order.
        next_hit: The hit to look at now; None when all were.
        next_page: The page to read now; None when all were.
    """

    audit: Audit
    unsure: int
    pages_read: int
    next_hit: Appearance | None
    next_page: PageId | None


def progress(
    name: NameKey, hits: Sequence[Appearance], *, pages: Collection[PageId], judged: Mapping[Span, Verdict], read: Iterable[PageRead]
) -> AuditProgress:
    """Return how far an audit is, and what is to be looked at next.

    Only the hits and pages at the head of the drawn order count, up to the first that nobody has looked at: places that were judged on
    another occasion are no random sample.

    Args:
        name: Whose audit it is.
        hits: Every mention that is counted, before any decision on single places.
        pages: The pages from which those to read are drawn.
        judged: What people decided about places.
        read: Pages that were read for this name.
    """
    by_place = {hit.span: hit for hit in hits}
    looked_at, next_hit = _head(drawn(name, [_place(span) for span in by_place]), {_place(span): v for span, v in judged.items()})
    verdicts = [verdict for _, verdict in looked_at]
    seen_on = {(page.document, page.page): page.seen for page in read}
    pages_read, next_page = _head(drawn(name, pages), seen_on)
    counts: dict[PageId, int] = {}
    for hit in hits:
        if judged.get(hit.span) is Verdict.DIFFERENT:
            continue  # Somebody else of the name on a page that was read finds nobody who was missed there.
        counts[hit.document, hit.page] = counts.get((hit.document, hit.page), 0) + 1
    audit = Audit(
        hits=len(by_place),
        right=verdicts.count(Verdict.SAME),
        looked_at=len(verdicts),
        found=sum(min(seen, counts.get(page, 0)) for page, seen in pages_read),
        seen=sum(seen for _, seen in pages_read),
    )
    return AuditProgress(audit, verdicts.count(Verdict.UNSURE), len(pages_read), by_place[Span(*next_hit)] if next_hit else None, next_page)


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
