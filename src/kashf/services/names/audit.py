"""A guided audit of a count: a person looks at hits and reads pages that were drawn, and the count gets an interval."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from kashf.domain.document import Span
from kashf.domain.entity import Judgement, MentionType, NameKey, Verdict
from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import Entry, EntryKind
from kashf.domain.pages.quote import quote
from kashf.entities.counting.appearances import Appearance
from kashf.entities.counting.draw import AuditProgress, PageId, PageRead, progress
from kashf.entities.counting.interval import Audit, Estimate, by_delta, by_posterior
from kashf.entities.tagging.keys import name_key
from kashf.errors import DamagedCaseError, NotFoundError, UsageError
from kashf.search.parse import parse
from kashf.services.case.collections import narrow
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.case.quotes import QuotedPlace, quote_places
from kashf.services.ledger.record import record
from kashf.services.names.count import counted_places, judged_places
from kashf.services.search.find import ask, ask_for

#: Code points shown before and after a hit; enough to tell who is meant, short enough to read two hundred of them.
_AROUND: Final = 240


@dataclass(frozen=True, slots=True)
class AuditState:
    """How far the audit of a name is, and what it says so far.

    Args:
        name: As it was asked for.
        key: What its decisions are kept under.
        progress: What was looked at, and what comes next.
        pages: From how many pages those to read are drawn.
        estimate: How many mentions there are, by the posterior; None before anything was looked at, or while nothing bounds it.
        delta: The same by the delta method.
        collection: What is audited.
        elsewhere: Hits in the other collections, by collection; those without any are left out.
        set_aside: Files that people took out of every answer, this one too.
    """

    name: str
    key: NameKey
    progress: AuditProgress
    pages: int
    estimate: Estimate | None
    delta: Estimate | None
    collection: Scope = Scope.ALL
    elsewhere: Mapping[Collection, int] = field(default_factory=dict)
    set_aside: int = 0


def audit_state(case: OpenCase, name: str, *, where: str = "", scope: Scope = Scope.LEAK) -> AuditState:
    """Return how far the audit of a name is.

    Args:
        case: Where the name is counted.
        name: The name.
        where: A query; pages to read are drawn from those it finds, and what was missed is then known for such pages alone. "" for all.
        scope: Which collection is audited.

    Raises:
        UsageError: There is no name in it.
        QuerySyntaxError: The query is malformed.
    """
    key = name_key(name, MentionType.PERSON)
    narrowed = narrow(case, scope)
    elsewhere = narrowed.elsewhere(lambda other: len(counted_places(other, name)))
    case = narrowed.case
    hits = counted_places(case, name)
    pages = set(_pages_found(case, where) if where.strip() else _all_pages(case))
    done = progress(key, hits, pages=pages, judged=judged_places(case.view, name), read=_pages_read(case, key))
    estimates = (_estimate(done, by_posterior), _estimate(done, by_delta))
    return AuditState(name, key, done, len(pages), *estimates, scope, elsewhere, case.view.count_set_aside())


def show_hit(case: OpenCase, hit: Appearance) -> QuotedPlace:
    """Return a hit with the text around it."""
    (shown,) = quote_places(case, [hit.span], around=_AROUND)
    return shown


def judge_place(case: WritableCase, name: NameKey, place: Span, verdict: Verdict, *, why: str = "") -> EntryId:
    """Record what a person decided about one place and a name, with the words that stand there.

    Raises:
        NotFoundError: There is no such page.
    """
    page = case.reading.view.page(place.document, place.page)
    if page is None:
        raise NotFoundError(
            f"document {place.document[:12]} has no page {place.page}", code="page-gone", document=place.document[:12], page=place.page
        )
    words = quote(page, place)
    judgement = Judgement(MentionType.PERSON, place, name, verdict, why, case.actor, case.clock.now(), EntryId(""), words)
    with case.store.unit() as uow:
        entry = record(case, uow, EntryKind.JUDGED, judgement.body())
        uow.commit()
    return entry


def record_page(case: WritableCase, name: NameKey, page: PageRead) -> EntryId:
    """Record that a page was read for a name, and how often it was seen there.

    Raises:
        UsageError: The number is negative, or greater than any page can hold.
    """
    if not 0 <= page.seen <= 10_000:
        raise UsageError("how often the name stands on the page is a number from 0 on", code="not-a-count")
    with case.store.unit() as uow:
        body: dict[str, Json] = {"document": page.document, "page": page.page, "name": name, "seen": page.seen}
        entry = record(case, uow, EntryKind.PAGE_READ, body)
        uow.commit()
    return entry


def _estimate(done: AuditProgress, method: Callable[[Audit], Estimate]) -> Estimate | None:
    try:
        return method(done.audit)
    except UsageError:
        return None  # Nothing was looked at yet, or nothing bounds it; the numbers of the audit say which.


def _pages_read(case: OpenCase, name: NameKey) -> Iterator[PageRead]:
    for entry, _ in case.view.entries(kinds=[EntryKind.PAGE_READ]):
        if entry.body.get("name") == name:
            yield _page_read(entry)


def _page_read(entry: Entry) -> PageRead:
    body: Mapping[str, object] = entry.body
    try:
        return PageRead(DocumentId(str(body["document"])), int(str(body["page"])), int(str(body["seen"])))
    except (KeyError, ValueError) as error:
        raise DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} is no page read that can be read") from error


def _all_pages(case: OpenCase) -> Iterator[PageId]:
    unsure = case.view.unsure_pages()
    for found in case.view.walk():
        yield from ((found.id, number) for number in range(1, found.pages + 1) if number not in unsure.get(found.id, ()))


def _pages_found(case: OpenCase, where: str) -> Iterator[PageId]:
    question = ask_for(case, parse(where)).query
    total = ask(case, question, limit=1).total
    yield from ((hit.document, hit.page) for hit in (ask(case, question, limit=total).hits if total else ()))
