"""A guided audit of a count: a person looks at hits and reads pages that were drawn, and the count gets an interval."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
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
from kashf.ports.views import CaseView
from kashf.search.parse import parse
from kashf.services.case.collections import narrow
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.case.quotes import QuotedPlace, quote_places
from kashf.services.ledger.record import record
from kashf.services.names.count import counted_places
from kashf.services.names.counting.his_places import decided_places, his_places, is_about
from kashf.services.names.counting.named_person import person_named
from kashf.services.search.find import ask, ask_for

#: Pages read from which on a kind of page of which none was read is none that the answer is about.
_SEVERAL: Final = 8
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
        estimate: How many mentions there are, by the posterior; None before enough was looked at.
        delta: The same by the delta method.
        strata: Pages and pages read of scans ("scan") and of born-digital documents ("digital"), where there are any.
        left_out_strata: Those of which nothing was read while others were: neither hits nor pages of them are in any number here.
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
    strata: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    left_out_strata: tuple[str, ...] = ()
    collection: Scope = Scope.ALL
    elsewhere: Mapping[Collection, int] = field(default_factory=dict)
    set_aside: int = 0


def audit_state(case: OpenCase, name: str, *, where: str = "", scope: Scope = Scope.LEAK) -> AuditState:
    """Return how far the audit of a name is.

    Args:
        case: Where the name is counted.
        name: The name.
        where: A query; hits and pages are drawn from the pages it finds, and the answer is about these alone. "" for all.
        scope: Which collection is audited.

    Raises:
        UsageError: There is no name in it.
        QuerySyntaxError: The query is malformed.
    """
    narrowed = narrow(case, scope)
    elsewhere = narrowed.elsewhere(lambda other: len(counted_places(other, name)))
    case = narrowed.case
    looked = _looked(case, name)
    key, every = looked.key, looked.hits
    pages = frozenset(_pages_found(case, where) if where.strip() else _all_pages(case.view))
    hits = [hit for hit in every if not where.strip() or (hit.document, hit.page) in pages]
    read = tuple(_pages_read(case, looked.names))
    strata = _strata(case.view, pages, read)
    kept = {page for stratum in strata if stratum.is_counted for page in stratum.pages}
    if len(kept) < len(pages):
        hits = [hit for hit in hits if (hit.document, hit.page) in kept]
    spans = {hit.span for hit in every} - {hit.span for hit in hits}
    decided = {span: verdict for span, verdict in looked.decided.items() if span not in spans}
    done = progress(key, hits, pages=kept, asked=looked.asked, decided=decided, read=read)
    estimates = (_estimate(done, by_posterior), _estimate(done, by_delta))
    of_strata = {stratum.name: (len(stratum.pages), stratum.read) for stratum in strata}
    limited = tuple(stratum.name for stratum in strata if not stratum.is_counted)
    return AuditState(name, key, done, len(kept), *estimates, of_strata, limited, scope, elsewhere, case.view.count_set_aside())


@dataclass(frozen=True, slots=True)
class _Stratum:
    """Pages of one kind, which are found and missed alike.

    Args:
        name: "scan" or "digital".
        pages: The pages.
        read: How many of them were read.
        is_counted: Whether the answer is about them: not where others were read and none of these.
    """

    name: str
    pages: frozenset[PageId]
    read: int
    is_counted: bool


def _strata(view: CaseView, pages: AbstractSet[PageId], read: Sequence[PageRead]) -> tuple[_Stratum, ...]:
    scanned = view.scanned_pages() & pages
    found = {"scan": frozenset(scanned), "digital": frozenset(pages - scanned)}
    seen = {(page.document, page.page) for page in read} & pages
    counts = {name: len(seen & mine) for name, mine in found.items()}
    return tuple(
        _Stratum(name, mine, counts[name], not seen or bool(counts[name]) or len(seen) < _SEVERAL) for name, mine in found.items() if mine
    )


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is audited, and what people said of it.

    Args:
        key: The name that he goes by, whichever of his names was asked for.
        names: All of his names.
        hits: What is counted, but places that people gave to somebody else.
        asked: What they said of places when an audit asked.
        decided: What they said of places on other occasions.
    """

    key: NameKey
    names: frozenset[NameKey]
    hits: tuple[Appearance, ...]
    asked: Mapping[Span, Verdict]
    decided: Mapping[Span, Verdict]


def _looked(case: OpenCase, name: str) -> _Looked:
    hits, person = counted_places(case, name), person_named(case.view, name)
    drawn = {id for entry, id in case.view.entries(kinds=[EntryKind.JUDGED]) if entry.body.get("drawn")}
    every = decided_places(case.view)
    if person is None:
        key = name_key(name, MentionType.PERSON)
        is_his = is_about(name, None)
        said = {each.place: (each.verdict, each.decision in drawn) for each in every if is_his(each)}
        first, second = ({place: verdict for place, (verdict, was) in said.items() if was is wanted} for wanted in (True, False))
        return _Looked(key, frozenset({key}), tuple(hits), first, second)
    kept = {place.span for place in his_places(case.view, person, every).found}
    asked, decided = (
        his_places(case.view, person, [each for each in every if (each.decision in drawn) is wanted]).judged for wanted in (True, False)
    )
    his = tuple(hit for hit in hits if hit.span in kept)
    return _Looked(person.leader, frozenset(person.members) | {person.leader}, his, asked, decided)


def show_hit(case: OpenCase, hit: Appearance) -> QuotedPlace:
    """Return a hit with the text around it."""
    (shown,) = quote_places(case, [hit.span], around=_AROUND)
    return shown


def judge_place(case: WritableCase, name: NameKey, place: Span, verdict: Verdict, *, why: str = "", is_drawn: bool = False) -> EntryId:
    """Record what a person decided about one place and a name, with the words that stand there.

    Args:
        case: Which case.
        name: The name.
        place: The place.
        verdict: Whether it names him.
        why: In the person's own words.
        is_drawn: Whether an audit asked about the place: only then it belongs to the sample.

    Raises:
        NotFoundError: There is no such page.
        UsageError: "Not a name" is said of terms, and would leave all places of the name out.
    """
    if verdict is Verdict.NOT_A_NAME:
        raise UsageError("that is said of a term and not of a place", code="of-a-term")
    page = case.reading.view.page(place.document, place.page)
    if page is None:
        raise NotFoundError(
            f"document {place.document[:12]} has no page {place.page}", code="page-gone", document=place.document[:12], page=place.page
        )
    words = quote(page, place)
    judgement = Judgement(MentionType.PERSON, place, name, verdict, why, case.actor, case.clock.now(), EntryId(""), words)
    with case.store.unit() as uow:
        entry = record(case, uow, EntryKind.JUDGED, {**judgement.body(), **({"drawn": True} if is_drawn else {})})
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
    if done.more_hits:
        return None
    try:
        return method(done.audit)
    except UsageError:
        return None  # Nothing was looked at yet, or nothing bounds it; the numbers of the audit say which.


def _pages_read(case: OpenCase, names: AbstractSet[NameKey]) -> Iterator[PageRead]:
    for entry, _ in case.view.entries(kinds=[EntryKind.PAGE_READ]):
        if entry.body.get("name") in names:
            yield _page_read(entry)


def _page_read(entry: Entry) -> PageRead:
    body: Mapping[str, object] = entry.body
    try:
        return PageRead(DocumentId(str(body["document"])), int(str(body["page"])), int(str(body["seen"])))
    except (KeyError, ValueError) as error:
        raise DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} is no page read that can be read") from error


def _all_pages(view: CaseView) -> Iterator[PageId]:
    unsure = view.unsure_pages()
    for found in view.walk():
        yield from ((found.id, number) for number in range(1, found.pages + 1) if number not in unsure.get(found.id, ()))


def _pages_found(case: OpenCase, where: str) -> Iterator[PageId]:
    question = ask_for(case, parse(where)).query
    total = ask(case, question, limit=1).total
    yield from ((hit.document, hit.page) for hit in (ask(case, question, limit=total).hits if total else ()))
