"""Searches that people keep under a name, and when each of them last looked at what answers.

A saved search is no finding: what it finds is looked up anew each time. Forgetting one takes its entry back; nothing is overwritten.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from kashf.domain.entries.delivery import Scope
from kashf.domain.entries.persons import as_called, signer
from kashf.domain.entries.projections import Projection
from kashf.domain.ids import EntryId
from kashf.domain.ledger import Entry, EntryKind, Recorded
from kashf.errors import LaterVersionError

#: Characters of a name.
LONGEST_NAME: Final = 100


@dataclass(frozen=True, slots=True)
class Look:
    """That somebody saw what a saved search finds.

    Args:
        id: Its ledger entry.
        who: The actor of it.
        when: The time of it.
        documents: How many documents answered.
    """

    id: EntryId
    who: str
    when: dt.datetime
    documents: int


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search under a name.

    Args:
        name: As it is called; two that no reader can tell apart are one.
        query: In the query language.
        exact: Words as they stand, without stems and spellings.
        all_text: With text that is passed over by default.
        scope: Which collection is searched.
        filters: What it keeps to besides, by name of the filter; several values of one stand on lines of their own.
        saved: Who saved it, when, and how many documents answered then.
        person: Id of that person of the case; "" when no person of the case signed it.
        looks: When it was looked at since, oldest first.
    """

    name: str
    query: str
    saved: Look
    exact: bool = False
    all_text: bool = False
    scope: Scope = Scope.LEAK
    filters: Mapping[str, str] = field(default_factory=dict)
    person: str = ""
    looks: tuple[Look, ...] = ()

    @property
    def id(self) -> EntryId:
        """Its ledger entry."""
        return self.saved.id

    def may_be_undone_by(self, person: str) -> bool:
        """Return whether somebody may forget it: what a person of the case signed, only that person."""
        return self.person in {"", person}

    def last_look(self, who: str) -> Look:
        """Return when somebody last looked at it; when it was saved, for who never did."""
        called = as_called(who)
        return next((look for look in reversed(self.looks) if as_called(look.who) == called), self.saved)


def saved_searches_of(entries: Iterable[Recorded]) -> tuple[SavedSearch, ...]:
    """Return what was saved and not forgotten, oldest first; of two under one name, which two installations may save, both."""
    return tuple(SAVED_SEARCHES.fold(entries).values())


def _tell(told: dict[EntryId, SavedSearch], entry: Entry, id: EntryId) -> dict[EntryId, SavedSearch]:
    if entry.kind == EntryKind.SEARCH_SAVED:
        told[id] = _saved(entry, id)
    elif known := told.get(EntryId(str(entry.body.get("entry")))):
        if entry.kind == EntryKind.SEARCH_SEEN:
            told[known.id] = replace(known, looks=(*known.looks, _look(entry, id)))
        elif known.may_be_undone_by(signer(entry)):
            del told[known.id]
    return told


def _saved(entry: Entry, id: EntryId) -> SavedSearch:
    body, filters = entry.body, entry.body.get("filters")
    return SavedSearch(
        name=str(body.get("name", "")),
        query=str(body.get("query", "")),
        saved=_look(entry, id),
        exact=body.get("exact") is True,
        all_text=body.get("all_text") is True,
        scope=_scope(entry),
        filters={str(name): str(value) for name, value in filters.items()} if isinstance(filters, Mapping) else {},
        person=signer(entry),
    )


def _look(entry: Entry, id: EntryId) -> Look:
    documents = entry.body.get("documents")
    return Look(id, entry.actor, entry.time, documents if isinstance(documents, int) else 0)


def _scope(entry: Entry) -> Scope:
    try:
        return Scope(str(entry.body.get("collection", Scope.LEAK)))
    except ValueError as error:
        raise LaterVersionError("a saved search asks for a collection that this kashf does not know") from error


_KINDS: Final = frozenset({EntryKind.SEARCH_SAVED, EntryKind.SEARCH_SEEN, EntryKind.UNDONE})
#: What people saved and did not forget, by its ledger entry.
SAVED_SEARCHES: Final[Projection[dict[EntryId, SavedSearch]]] = Projection(_KINDS, dict, _tell)
