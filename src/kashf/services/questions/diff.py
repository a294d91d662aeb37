"""What came into a case after a receipt, held against what was there: documents, names, saved searches, and the decisions that stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kashf.domain.document import Sighting, Span, Status, storable
from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.entries.saved_searches import SavedSearch
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.left_out import LeftOut
from kashf.errors import KashfError, NotFoundError, UnfinishedError, UsageError
from kashf.services.case.brought.additions import Addition, additions, find_addition
from kashf.services.case.brought.later import brought_later, receipts_after
from kashf.services.case.collections import apart_from_leak, narrow
from kashf.services.case.open import OpenCase
from kashf.services.ledger.place_decisions import PlaceDecision, place_decisions
from kashf.services.names.list import list_names
from kashf.services.questions.new_documents import NewDocument, new_documents
from kashf.services.questions.new_names import NameGain, name_gains
from kashf.services.questions.saved import saved_searches, search_of
from kashf.services.search.count_left_out import left_out
from kashf.services.search.faceted import matching


@dataclass(frozen=True, slots=True)
class SearchGain:
    """A saved search with what answers it that came later.

    Args:
        search: Which.
        documents: Documents that answer now.
        new: Those of them that came later, by id.
        fault: Why it cannot be looked up any more.
    """

    search: SavedSearch
    documents: int = 0
    new: tuple[DocumentId, ...] = ()
    fault: KashfError | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class DecisionsNow:
    """What became of what people decided: none of it has to be decided again but for places whose words cannot be found any more.

    Args:
        names: Decisions on two names that stand.
        places: Decisions on single places whose words stand where they stood.
        moved: Those on places whose words stand elsewhere on a page that was read anew.
        need_look: Those whose words cannot be told there any more.
    """

    names: int
    places: int
    moved: tuple[PlaceDecision, ...]
    need_look: tuple[PlaceDecision, ...]


@dataclass(frozen=True, slots=True)
class CaseDiff:
    """What came after a receipt.

    Args:
        after: What was received by it.
        received: What was received later, oldest first.
        documents: New documents of the collection, with what each is to what was there.
        again: Documents that were there and came once more, by id.
        unreadable: Paths that came later and could not be read from the disk.
        names: Who and what the new documents name.
        searches: Saved searches that new documents answer, and those that cannot be looked up any more.
        unmoved: How many saved searches no new document answers.
        decisions: What became of what was decided.
        collection: What the documents and names are of.
        elsewhere: New documents of the other collections, by collection; those without any are left out.
        left_out: What names and searches say nothing about.
    """

    after: Addition
    received: tuple[Addition, ...]
    documents: tuple[NewDocument, ...]
    again: tuple[DocumentId, ...]
    unreadable: tuple[Sighting, ...]
    names: tuple[NameGain, ...]
    searches: tuple[SearchGain, ...]
    unmoved: int
    decisions: DecisionsNow
    collection: Scope = Scope.ALL
    elsewhere: Mapping[Collection, int] = field(default_factory=dict)
    left_out: LeftOut = field(default_factory=LeftOut)

    @property
    def by_relation(self) -> Mapping[str, int]:
        """How many new documents are what to what was there."""
        return dict(Counter(each.relation.value for each in self.documents))

    @property
    def not_whole(self) -> tuple[NewDocument, ...]:
        """New documents that failed, or were read in part."""
        return tuple(each for each in self.documents if each.status in {Status.FAILED, Status.PARTIAL})

    @property
    def waiting(self) -> int:
        """New documents that were not read yet: nothing else is told of them."""
        return sum(each.status is None for each in self.documents)


def diff(case: OpenCase, since: str, *, scope: Scope = Scope.LEAK) -> CaseDiff:
    """Return what came into a case after a receipt.

    Args:
        case: Which case.
        since: Number of what was received, or the beginning of a receipt's id.
        scope: Of which collection documents and names are told; how many documents came into the others is said beside it.

    Raises:
        NotFoundError: There is no such receipt, or more than one.
    """
    after = find_addition(case, since)
    later = brought_later(case.view, receipts_after(case.view, after.receipts[-1]))
    apart = apart_from_leak(case.view)
    by_collection = Counter(apart.get(document, Collection.LEAK) for document in later.new)
    mine = [document for document in later.new if scope.value in {Scope.ALL, apart.get(document, Collection.LEAK)}]
    searches = _searches(case, frozenset(later.new))
    return CaseDiff(
        after=after,
        received=tuple(each for each in additions(case) if set(each.receipts).intersection(later.receipts) and each.number != after.number),
        documents=new_documents(case.view, mine, shown=case.shown),
        again=later.again,
        unreadable=_unreadable(case, later.receipts),
        names=_names(case, mine, scope),
        searches=tuple(each for each in searches if each.new or each.fault),
        unmoved=sum(not each.new and each.fault is None for each in searches),
        decisions=_decisions(case),
        collection=scope,
        elsewhere={each: count for each, count in by_collection.items() if scope.value not in {Scope.ALL, each}},
        left_out=left_out(narrow(case, scope).case, of_names=True),
    )


def _unreadable(case: OpenCase, receipts: Sequence[EntryId]) -> tuple[Sighting, ...]:
    by, later = case.view.received(), frozenset(receipts)
    return tuple(seen for seen in case.view.unreadable() if by.get(_as_stored(seen).id) in later)


def _as_stored(seen: Sighting) -> Sighting:
    return replace(seen, path=storable(seen.path), channel=storable(seen.channel))


def _names(case: OpenCase, new: Sequence[DocumentId], scope: Scope) -> tuple[NameGain, ...]:
    try:
        return name_gains(case.view, new, list_names(case, limit=None, scope=scope)) if new else ()
    except UnfinishedError:  # of a case that was not searched for names yet, which `left_out` says
        return ()


def _searches(case: OpenCase, new: frozenset[DocumentId]) -> list[SearchGain]:
    return [_search(case, search, new) for search in saved_searches(case)]


def _search(case: OpenCase, search: SavedSearch, new: frozenset[DocumentId]) -> SearchGain:
    try:
        found = matching(case, search_of(search))
    except (UsageError, NotFoundError) as error:  # as in the list of saved searches
        return SearchGain(search, fault=error)
    return SearchGain(search, len(found), tuple(document for document in found if document in new))


def _decisions(case: OpenCase) -> DecisionsNow:
    judgements = case.view.judgements()
    places = tuple(place_decisions(case.view, judgements))
    moved = tuple(each for each in places if each.is_moved)
    lost = tuple(each for each in places if each.place is None)
    names = sum(not isinstance(each.left, Span) for each in judgements)
    return DecisionsNow(names, len(places) - len(moved) - len(lost), moved, lost)
