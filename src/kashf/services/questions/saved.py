"""Save a search under a name, say what answers it that came since somebody last looked, and forget it; each is a signed entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile

from kashf.domain.entries.persons import as_called
from kashf.domain.entries.projections import in_order
from kashf.domain.entries.saved_searches import LONGEST_NAME, SAVED_SEARCHES, Look, SavedSearch, saved_searches_of
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import EntryKind
from kashf.errors import NotAllowedError, NotFoundError, UsageError
from kashf.services.case.brought.later import brought_later, receipts_after
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record_entry
from kashf.services.search.faceted import Search, matching

#: What a look may be at: when something was saved, or seen again.
_LOOKS = (EntryKind.SEARCH_SAVED, EntryKind.SEARCH_SEEN)


@dataclass(frozen=True, slots=True)
class SavedTally:
    """A saved search with what it finds now.

    Args:
        search: As it was saved.
        since: When whoever asks last looked.
        documents: Documents that answer now; 0 where the search cannot be understood any more.
        new: Those of them that only receipts after that look brought, by id.
        fault: Why it cannot be understood any more.
    """

    search: SavedSearch
    since: Look
    documents: int = 0
    new: tuple[DocumentId, ...] = ()
    fault: UsageError | NotFoundError | None = field(default=None, compare=False)

    @property
    def otherwise(self) -> int:
        """How many more, or fewer, documents answer than then, those that came since left out: some were read since, or read anew."""
        return self.documents - len(self.new) - self.since.documents


def saved_searches(case: OpenCase) -> tuple[SavedSearch, ...]:
    """Return what was saved and not forgotten, oldest first."""
    return saved_searches_of(case.view.entries(kinds=sorted(SAVED_SEARCHES.kinds)))


def find_saved(case: OpenCase, name: str) -> SavedSearch:
    """Return the saved search of a name, or of its ledger entry; of two under one name, the later.

    Raises:
        NotFoundError: There is none.
    """
    every = saved_searches(case)
    found = [each for each in every if as_called(each.name) == as_called(name)] or [each for each in every if name and each.id == name]
    if not found:
        raise NotFoundError(f"no saved search is called {name}; `kashf find CASE --saved` lists them", code="no-saved-search", name=name)
    return found[-1]


def search_of(saved: SavedSearch) -> Search:
    """Return what a saved search asks."""
    return Search(saved.query, saved.filters, exact=saved.exact, all_text=saved.all_text, scope=saved.scope)


def receipt_before(case: OpenCase, look: Look) -> str:
    """Return the last receipt that was written before a look; "" when there was none."""
    entries = in_order(case.view.entries(kinds=sorted({EntryKind.RECEIPT, *_LOOKS})))
    before = takewhile(lambda each: each[1] != look.id, entries)
    return next((id for entry, id in reversed(list(before)) if entry.kind == EntryKind.RECEIPT), "")


def tally(case: OpenCase, *, who: str) -> Iterator[SavedTally]:
    """Return every saved search with what it finds now and what of it is new to somebody, oldest first.

    Args:
        case: Which case.
        who: Whose looks count.
    """
    came = cache(lambda look: _came_since(case, look))
    return (_tally(case, search, search.last_look(who), came) for search in saved_searches(case))


def tally_one(case: OpenCase, search: SavedSearch, *, who: str) -> SavedTally:
    """Return a saved search with what it finds now and what of it is new to somebody."""
    return _tally(case, search, search.last_look(who), lambda look: _came_since(case, look))


def save_search(case: WritableCase, name: str, asked: Search) -> SavedSearch:
    """Save a search under a name.

    Raises:
        UsageError: The name is none, too long, or that of a search that is kept; or the search cannot be understood.
    """
    called = " ".join(name.split())
    if not as_called(called) or len(called) > LONGEST_NAME:
        raise UsageError(f"a search is saved under a name of 1 to {LONGEST_NAME} letters", code="bad-search-name", most=LONGEST_NAME)
    documents = len(matching(case.reading, asked))
    with case.store.unit() as uow:
        if any(as_called(each.name) == as_called(called) for each in saved_searches(case.reading)):
            raise UsageError(f"a saved search is called {called} already; forget it first", code="search-name-taken", name=called)
        body: Mapping[str, Json] = {
            "name": called,
            "query": asked.query,
            "exact": asked.exact,
            "all_text": asked.all_text,
            "collection": asked.scope.value,
            "filters": dict(asked.filters),
            "documents": documents,
        }
        entry = record_entry(case, uow, EntryKind.SEARCH_SAVED, body)
        uow.commit()
    (saved,) = saved_searches_of([(entry, entry.id)])
    return saved


def mark_seen(case: WritableCase, name: str) -> int:
    """Write down that whoever is at work saw what a saved search finds, and return how many documents that are.

    Raises:
        NotFoundError: As `find_saved`.
    """
    search = find_saved(case.reading, name)
    documents = len(matching(case.reading, search_of(search)))
    with case.store.unit() as uow:
        record_entry(case, uow, EntryKind.SEARCH_SEEN, {"entry": search.id, "documents": documents})
        uow.commit()
    return documents


def forget_search(case: WritableCase, name: str) -> SavedSearch:
    """Take back that a search was saved.

    Raises:
        NotFoundError: As `find_saved`; also for one that was forgotten already.
        NotAllowedError: Another person of the case signed it.
    """
    with case.store.unit() as uow:
        search = find_saved(case.reading, name)
        if not search.may_be_undone_by(case.person):
            raise NotAllowedError(f"only {search.saved.who} can forget that search", code="others-search", who=search.saved.who)
        record_entry(case, uow, EntryKind.UNDONE, {"entry": search.id})
        uow.commit()
    return search


def _tally(case: OpenCase, search: SavedSearch, since: Look, came: Callable[[EntryId], frozenset[DocumentId]]) -> SavedTally:
    try:
        found = matching(case, search_of(search))
    except (UsageError, NotFoundError) as error:  # of an earlier kashf, or a filter that names nobody any more
        return SavedTally(search, since, fault=error)
    new = came(since.id)
    return SavedTally(search, since, len(found), tuple(id for id in found if id in new))


def _came_since(case: OpenCase, look: EntryId) -> frozenset[DocumentId]:
    return frozenset(brought_later(case.view, receipts_after(case.view, look, kinds=_LOOKS)).new)
