"""Narrows a case to one of its collections, and says what the others hold, so that our own notes raise no count of the leak."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Collection as AbstractCollection
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, cast

from kashf.domain.date import FOREVER
from kashf.domain.document import Page, Span
from kashf.domain.entity import MentionType, NameKey, PlacedMention
from kashf.domain.entries.delivery import Collection, Scope, belongs_to
from kashf.domain.forms.form_families import FamilyId
from kashf.domain.forms.template_fields import FieldKey, FieldState
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import Entry, EntryKind
from kashf.errors import LaterVersionError
from kashf.ports.forms import KeptValue, RecordHead, ValueCell
from kashf.ports.mentions import EntityTotal, NameDocuments, NameTotal
from kashf.ports.search import All, Field, IndexQuery, Layer, PassageHits, SearchIndex, Without
from kashf.ports.stages import DocumentStage, OwnDate, StageRow
from kashf.ports.views import CaseView, DocumentRecord
from kashf.services.case.open import OpenCase


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


def is_in(view: CaseView, document: DocumentId) -> bool:
    """Return whether a document is one of those a view was narrowed to, as every document is of a view of the whole case."""
    narrowed: object = view
    return not isinstance(narrowed, NarrowedView) or document in narrowed.documents


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


@dataclass(frozen=True, slots=True)
class Documents:
    """Some documents of a case: those named, or all but those.

    Args:
        named: Their ids.
        is_all_but: Whether all others are meant.
    """

    named: frozenset[DocumentId]
    is_all_but: bool

    def __contains__(self, document: DocumentId) -> bool:
        """Return whether a document is one of them."""
        return (document in self.named) != self.is_all_but


class NarrowedIndex:
    """A SearchIndex that finds passages of some documents alone; all else is that of the whole."""

    def __init__(self, whole: SearchIndex, documents: Documents) -> None:
        self._whole = whole
        named = Field("document", tuple(sorted(documents.named)))
        self._only: IndexQuery = Without(named) if documents.is_all_but else named

    def search(self, query: IndexQuery, *, limit: int, offset: int = 0, layer: Layer = Layer.SHOWN) -> PassageHits:
        """Return passages by score, then document, page and start."""
        return self._whole.search(All((query, self._only)), limit=limit, offset=offset, layer=layer)

    def facets(
        self, query: IndexQuery, *, layer: Layer = Layer.SHOWN, months: Mapping[DocumentId, str] = MappingProxyType({})
    ) -> Mapping[str, Mapping[str, int]]:
        """Return how many documents answer, by type, channel, language, origin and month."""
        return self._whole.facets(All((query, self._only)), layer=layer, months=months)

    def documents(self, query: IndexQuery, *, layer: Layer = Layer.SHOWN) -> tuple[DocumentId, ...]:
        """Return which documents answer, each once, by id."""
        return self._whole.documents(All((query, self._only)), layer=layer)

    def pages(self, query: IndexQuery, *, but: AbstractCollection[tuple[DocumentId, int]] = ()) -> frozenset[tuple[DocumentId, int]]:
        """Return the pages on which what is shown answers, other than those that are known already."""
        return self._whole.pages(All((query, self._only)), but=but)

    def __getattr__(self, name: str) -> Any:
        """Return what is not narrowed."""
        return getattr(self._whole, name)


class NarrowedView:
    """A CaseView that counts and lists some documents alone.

    What is asked for by id, what people decided, and the totals of the whole case are those of the whole.
    """

    def __init__(self, whole: CaseView, documents: Documents) -> None:
        self._whole = whole
        self.documents = documents
        self._met: Mapping[MentionType, frozenset[NameKey]] | None = None

    def walk(self, *, after: str = "", status: str = "") -> Iterator[DocumentRecord]:
        """Yield documents by id, those after `after`."""
        return (record for record in self._whole.walk(after=after, status=status) if record.id in self.documents)

    def names(self, type: MentionType, *, after: str = "", limit: int | None = 100, containing: str = "") -> tuple[NameTotal, ...]:
        """Return the names of one type, the most frequent first, those as frequent by key."""
        met = self._names_in_named(type)
        if self.documents.is_all_but:
            # Names that do not stand in what is left out have the totals they have in the whole.
            most = None if after or limit is None else limit + len(met)
            known = self._whole.names(type, limit=most, containing=containing)
            kept = [total for total in known if total.key not in met]
        else:
            kept = []
        kept += self._counted(type, sorted(key for key in met if containing in key))
        kept.sort(key=lambda total: (-total.mentions, total.key))
        start = next((place for place, total in enumerate(kept, 1) if total.key == after), 0)
        return tuple(kept[start:][:limit])

    def names_with(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[NameTotal, ...]:
        """Return the totals of some names, in the order asked for; those that stand nowhere are left out."""
        met = self._names_in_named(type)
        untouched = [key for key in keys if key not in met] if self.documents.is_all_but else []
        found = {total.key: total for total in self._whole.names_with(type, untouched)}
        found |= {total.key: total for total in self._counted(type, sorted(met.intersection(keys)))}
        return tuple(found[key] for key in keys if key in found)

    def entities(self, type: MentionType, *, limit: int | None = 100, containing: str = "") -> tuple[EntityTotal, ...]:
        """Return the entities of one type, the most often named first, those as often named by leader."""
        leaders = self._whole.leaders(type)
        totals: dict[NameKey, list[NameTotal]] = {}
        for total in self.names(type, limit=None):
            totals.setdefault(leaders.get(total.key, total.key), []).append(total)
        asked = {leader: some for leader, some in totals.items() if any(containing in total.key for total in some)}
        mentions = {leader: sum(total.mentions for total in some) for leader, some in asked.items()}
        first = sorted(asked, key=lambda leader: (-mentions[leader], leader))[:limit]
        documents = self._documents_of({leader: [total.key for total in asked[leader]] for leader in first}, type)
        return tuple(EntityTotal(leader, mentions[leader], documents[leader]) for leader in first)

    def pages_at(self, places: Sequence[tuple[DocumentId, int]]) -> Mapping[tuple[DocumentId, int], Page]:
        """Return pages by document and number, without the places of words on images."""
        return self._whole.pages_at([place for place in places if place[0] in self.documents])

    def texts_at(self, places: Sequence[tuple[DocumentId, int]]) -> Mapping[tuple[DocumentId, int], str]:
        """Return the texts of pages by document and number."""
        return self._whole.texts_at([place for place in places if place[0] in self.documents])

    def keys_on(self, type: MentionType, pages: Sequence[tuple[DocumentId, int]]) -> Mapping[tuple[DocumentId, int], Sequence[NameKey]]:
        """Return the names of one type on each of some pages, as often as they stand there."""
        return self._whole.keys_on(type, [page for page in pages if page[0] in self.documents])

    def mentions_on(self, pages: Sequence[tuple[DocumentId, int]]) -> tuple[PlacedMention, ...]:
        """Return what is named on some pages, by document, page and place."""
        return tuple(self._kept(self._whole.mentions_on(pages)))

    def pages_with(self, type: MentionType, keys: Sequence[NameKey]) -> frozenset[tuple[DocumentId, int]]:
        """Return the pages that name one of these."""
        return frozenset(page for page in self._whole.pages_with(type, keys) if page[0] in self.documents)

    def mentions_of(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[PlacedMention, ...]:
        """Return every place that names one of these, by document, page and place."""
        return tuple(self._kept(self._whole.mentions_of(type, keys)))

    def first_places(self, type: MentionType, keys: Sequence[NameKey]) -> Mapping[NameKey, Span]:
        """Return for each of some names a place that names it, of all its places always the same one."""
        found: dict[NameKey, Span] = {}
        for each in self.mentions_of(type, keys):
            found.setdefault(each.key, each.span)
        return found

    def documents_with(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[DocumentId, ...]:
        """Return the documents that name one of these, each once, by id."""
        return tuple(document for document in self._whole.documents_with(type, keys) if document in self.documents)

    def walk_mentions(self) -> Iterator[PlacedMention]:
        """Yield everything that is named, by document, page and place."""
        return self._kept(self._whole.walk_mentions())

    def name_documents(self, types: AbstractCollection[MentionType]) -> NameDocuments:
        """Return the documents in which names of these types stand, once for each place, by one query."""
        return self._of_kept(self._whole.name_documents(types))

    def printed_documents(self, types: AbstractCollection[MentionType]) -> NameDocuments:
        """Return the documents in which names of these types stand in forms, once for each place."""
        return self._of_kept(self._whole.printed_documents(types))

    def page_counts(self) -> Mapping[DocumentId, int]:
        """Return how many pages each document has whose text counts; those without any are left out."""
        return {document: pages for document, pages in self._whole.page_counts().items() if document in self.documents}

    def moment(self) -> str:
        """Return "": what is made of some documents alone is not kept."""
        return ""

    def stage_rows(self, stage: DocumentStage, documents: Sequence[DocumentId] | None = None) -> tuple[tuple[DocumentId, StageRow], ...]:
        """Return what a stage keeps of some documents, or of all, by document and place."""
        return tuple(each for each in self._whole.stage_rows(stage, documents) if each[0] in self.documents)

    def own_dates(self, first: int = 0, last: int = FOREVER) -> tuple[OwnDate, ...]:
        """Return when documents were written that may have been between two days; all that say when without."""
        return tuple(each for each in self._whole.own_dates(first, last) if each.document in self.documents)

    def record_heads(self, family: FamilyId | None = None) -> tuple[RecordHead, ...]:
        """Return the least of all records of a family, or of all, by document and place."""
        return tuple(each for each in self._whole.record_heads(family) if each.document in self.documents)

    def value_cells(self, family: FamilyId, field: FieldKey) -> tuple[ValueCell, ...]:
        """Return the least of each value of a field, by document and place."""
        return tuple(each for each in self._whole.value_cells(family, field) if each.document in self.documents)

    def values_in(self, family: FamilyId, field: FieldKey) -> tuple[KeptValue, ...]:
        """Return each value of a field with what it says, by document and place."""
        return tuple(each for each in self._whole.values_in(family, field) if each.record.document in self.documents)

    def count_states(self, family: FamilyId, documents: Sequence[DocumentId] | None = None) -> Mapping[FieldKey, Mapping[FieldState, int]]:
        """Return how many records of a family, of some documents or all, have each state in each field."""
        if documents is not None:
            return self._whole.count_states(family, [each for each in documents if each in self.documents])
        named = self._whole.count_states(family, sorted(self.documents.named))
        if not self.documents.is_all_but:
            return named
        left = {field: Counter(states) - Counter(named[field]) for field, states in self._whole.count_states(family).items()}
        return {field: dict(states) for field, states in left.items()}

    def __getattr__(self, name: str) -> Any:
        """Return what is not narrowed."""
        return getattr(self._whole, name)

    def _of_kept(self, whole: NameDocuments) -> NameDocuments:
        kept = {number for number, document in whole.documents.items() if document in self.documents}
        standing = [[number for number in numbers if number in kept] for numbers in whole.standing]
        stands = [place for place, numbers in enumerate(standing) if numbers]
        return NameDocuments(whole.documents, [whole.names[place] for place in stands], [standing[place] for place in stands])

    def _kept(self, places: Iterable[PlacedMention]) -> Iterator[PlacedMention]:
        return (place for place in places if place.document in self.documents)

    def _documents_of(self, names: Mapping[NameKey, Sequence[NameKey]], type: MentionType) -> Mapping[NameKey, int]:
        """Return in how many documents each of some entities is named, by their names."""
        whose = {key: leader for leader, keys in names.items() for key in keys}
        found: dict[NameKey, set[DocumentId]] = {leader: set() for leader in names}
        for place in self.mentions_of(type, sorted(whose)):
            found[whose[place.key]].add(place.document)
        return {leader: len(documents) for leader, documents in found.items()}

    def _names_in_named(self, type: MentionType) -> frozenset[NameKey]:
        """Return the names that stand in the documents that are named, whether these are what is kept or what is left out."""
        if self._met is None:
            met: dict[MentionType, set[NameKey]] = {}
            for document in sorted(self.documents.named):
                for place in self._whole.mentions_in(document):
                    met.setdefault(place.mention.type, set()).add(place.key)
            self._met = {of: frozenset(keys) for of, keys in met.items()}
        return self._met.get(type, frozenset())

    def _counted(self, type: MentionType, keys: Sequence[NameKey]) -> Iterator[NameTotal]:
        """Yield the totals of names, counted from their places."""
        places: dict[NameKey, list[PlacedMention]] = {}
        for place in self.mentions_of(type, keys):
            places.setdefault(place.key, []).append(place)
        for key, mine in places.items():
            texts = Counter(" ".join(place.mention.text.split()) for place in mine)
            first, *others = sorted(texts, key=lambda text: (-texts[text], text))
            yield NameTotal(type, key, first, len(mine), len({place.document for place in mine}), tuple(others))
