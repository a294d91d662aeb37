"""Narrows a case to one of its collections, and says what the others hold, so that our own notes raise no count of the leak."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from kashf.domain.collection import Collection, Scope, belongs_to
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import Entry, EntryKind
from kashf.errors import LaterVersionError
from kashf.ports.stores import CaseView
from kashf.services.case.narrowed import Documents, NarrowedIndex, NarrowedView
from kashf.services.case.open import OpenCase

if TYPE_CHECKING:
    from kashf.ports.search import SearchIndex


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A case narrowed to what was asked for, and to each of the other collections that hold anything.

    Args:
        case: What numbers are of.
        others: The rest, by collection.
    """

    case: OpenCase
    others: Mapping[Collection, OpenCase]

    def elsewhere(self, number: Callable[[OpenCase], int]) -> Mapping[Collection, int]:
        """Return a number of each other collection, those of nothing left out."""
        found = {collection: number(case) for collection, case in self.others.items()}
        return {collection: count for collection, count in found.items() if count}


def narrow(case: OpenCase, scope: Scope) -> Narrowed:
    """Return a case narrowed to a collection; the case itself when it holds nothing else.

    Only what is counted, listed or searched is narrowed: a document that is asked for by its id is there.
    """
    apart = apart_from_leak(case.view)
    if scope is Scope.ALL or (scope is Scope.LEAK and not apart):
        return Narrowed(case, {})
    asked = Collection(scope.value)
    others = [each for each in Collection if each is not asked and (each is Collection.LEAK or each in apart.values())]
    return Narrowed(_only(case, asked, apart), {each: _only(case, each, apart) for each in others})


def apart_from_leak(view: CaseView) -> Mapping[DocumentId, Collection]:
    """Return the documents that no delivery of the leak brought, by itself or in a container, each with its collection."""
    receipts = {id: collection_of(entry) for entry, id in view.entries(kinds=(EntryKind.RECEIPT,))}
    apart = [id for id, collection in receipts.items() if collection is not Collection.LEAK]
    if not apart:
        return {}
    brought = view.receipts_of(view.brought_by(apart))
    found = {document: belongs_to(receipts.get(id, Collection.LEAK) for id in by) for document, by in brought.items()}
    return {document: collection for document, collection in found.items() if collection is not Collection.LEAK}


def documents_by_collection(case: OpenCase, *, documents: int) -> Mapping[Collection, int]:
    """Return how many documents each collection has.

    Args:
        case: Which case.
        documents: How many it has in all.
    """
    apart = [*apart_from_leak(case.view).values()]
    counts = {Collection.LEAK: documents - len(apart)} | {each: apart.count(each) for each in Collection if each is not Collection.LEAK}
    return {collection: count for collection, count in counts.items() if count}


def collection_of(receipt: Entry) -> Collection:
    """Return what a receipt brought; those of a kashf that knew no collections brought the leak.

    Raises:
        LaterVersionError: It is a collection that this kashf does not know.
    """
    try:
        return Collection(str(receipt.body.get("collection", Collection.LEAK)))
    except ValueError as error:
        raise LaterVersionError("a receipt names a collection that this kashf does not know") from error


def _only(case: OpenCase, collection: Collection, apart: Mapping[DocumentId, Collection]) -> OpenCase:
    if collection is Collection.LEAK:
        documents = Documents(frozenset(apart), is_all_but=True)
    else:
        documents = Documents(frozenset(id for id, its in apart.items() if its is collection), is_all_but=False)
    view, index = NarrowedView(case.view, documents), NarrowedIndex(case.index, documents)
    return replace(case, view=cast("CaseView", view), index=cast("SearchIndex", index))
