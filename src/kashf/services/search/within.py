"""Keep a search to documents that name somebody, a group or a place, hold numbers, have something in a field, or came after a receipt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from types import MappingProxyType
from typing import Final, cast

from kashf.domain.entity import MentionType, NameKey
from kashf.domain.ids import DocumentId
from kashf.entities.tagging.keys import keys_asked
from kashf.errors import NotFoundError, UnfinishedError, UsageError
from kashf.ports.search import SearchIndex
from kashf.ports.views import CaseView
from kashf.services.case.collections import Documents, NarrowedIndex
from kashf.services.case.open import OpenCase
from kashf.services.forms.naming.answered_fields import answering

#: Filters by who and what is named, with what that is.
NAMED: Final[Mapping[str, MentionType]] = MappingProxyType(
    {"person": MentionType.PERSON, "group": MentionType.GROUP, "place": MentionType.PLACE}
)
#: What a document may hold: every type that is no name of somebody, by the word for it.
HOLDABLE: Final[Mapping[str, MentionType]] = MappingProxyType(
    {type.value.lower(): type for type in MentionType if type not in NAMED.values()}
)
#: The filter for what a document holds, for what its forms have in a field, and for when it came.
HAS, FIELD, AFTER = "has", "field", "after"
#: All filters of this module.
WITHIN: Final = (*NAMED, HAS, FIELD, AFTER)


def within(case: OpenCase, filters: Mapping[str, str]) -> OpenCase:
    """Return a case in which only documents are found that answer all filters of this module; the case itself without any.

    Args:
        case: Where to look.
        filters: By name; several values of one stand on lines of their own, and all of them must be there. Other names are passed over.

    Raises:
        NotFoundError: Nobody and nothing is called so, or there is no such receipt.
        UsageError: Documents hold nothing of that kind.
    """
    kept = list(_each(case, filters))
    if not kept:
        return case
    only = Documents(frozenset.intersection(*kept), is_all_but=False)
    return replace(case, index=cast("SearchIndex", NarrowedIndex(case.index, only)))


def named(view: CaseView, name: str, type: MentionType) -> frozenset[DocumentId]:
    """Return the documents that name somebody or something by any of its names, as resolved and decided so far.

    Raises:
        NotFoundError: Nobody and nothing is called so.
    """
    with suppress(UnfinishedError):  # of a case that was not searched for names yet, which names nobody
        stored = ([key] for key in keys_asked(name, type) if view.names_with(type, [key]))
        known = next(stored, None) or _spelled(view, name, type)
        members = [member.key for member in view.memberships(type, known)] if known else []
        if documents := view.documents_with(type, sorted({*known, *members})):
            return frozenset(documents)
    raise NotFoundError(f"no person, group or place of that name in this case: {name}", code="no-such-name", name=name)


def holding(view: CaseView, kind: str) -> frozenset[DocumentId]:
    """Return the documents that hold anything of a kind, such as "phone".

    Raises:
        UsageError: There is no such kind.
    """
    type = HOLDABLE.get(kind.lower())
    if type is None:
        raise UsageError(f"--has takes one of {', '.join(HOLDABLE)}", code="no-such-kind", kinds=", ".join(HOLDABLE))
    try:
        return frozenset(view.documents_with(type, [total.key for total in view.names(type, limit=None)]))
    except UnfinishedError:  # as above
        return frozenset()


def _spelled(view: CaseView, name: str, type: MentionType) -> list[NameKey]:
    """Return the names of the case that are a name in another spelling or script, sure enough to be joined without a question."""
    from kashf.entities.comparing.compare import SAME  # Few searches narrow by a name, and comparing takes long to load.
    from kashf.entities.screening.possible import screen
    from kashf.entities.screening.watchlist import WatchlistName

    hits = screen([WatchlistName("asked", type, (name,))], view.names(type, limit=None), least=SAME)
    return sorted({hit.name.key for hit in hits})


def _each(case: OpenCase, filters: Mapping[str, str]) -> Iterator[frozenset[DocumentId]]:
    for word, type in NAMED.items():
        for name in filters.get(word, "").splitlines():
            yield named(case.view, name, type)
    for kind in filters.get(HAS, "").splitlines():
        yield holding(case.view, kind)
    for field in filters.get(FIELD, "").splitlines():
        yield answering(case.view, field)
    if asked := filters.get(AFTER, ""):
        from kashf.services.case.brought.additions import find_addition  # as above
        from kashf.services.case.brought.later import brought_later, receipts_after

        receipt = find_addition(case, asked).receipts[-1]
        yield frozenset(brought_later(case.view, receipts_after(case.view, receipt)).new)
