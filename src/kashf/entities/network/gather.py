"""From the places where names stand to the table of who stands in which documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from kashf.domain.document import Span
from kashf.domain.entity import MentionType, NameKey
from kashf.domain.ids import DocumentId
from kashf.entities.network.links import Example, Incidence, NameRef
from kashf.ports.mentions import NameDocuments, NamedPlace

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

#: By type, the name its entity goes by for each name that goes by another than its own.
Leaders = Mapping[MentionType, Mapping[NameKey, NameKey]]


@dataclass(frozen=True, slots=True)
class Around:
    """The documents of the name that was asked for, and what else is named there.

    Args:
        asked: By document that stands for its copies, where the name stands there first.
        beside: By name and document, where another name stands there first.
        own: Names that share a place with the one asked for: they are it, or named after it, and so are beside it nowhere.
    """

    asked: Mapping[DocumentId, Span]
    beside: Mapping[tuple[NameRef, DocumentId], NamedPlace]
    own: frozenset[NameRef]


def find_around(
    asked: Sequence[Span],
    named: Iterable[NamedPlace],
    *,
    printed: Collection[Span],
    leaders: Leaders,
    witnesses: Mapping[DocumentId, DocumentId],
) -> Around:
    """Return what is named in the documents of a name.

    Args:
        asked: Where the name stands whose network it is.
        named: What is named in these documents, in order.
        printed: Places there that forms print, and that count for nothing.
        leaders: Which names are of one entity.
        witnesses: For every document that counts, the one that stands for it and its copies.
    """
    pages: dict[tuple[DocumentId, int], list[Span]] = {}
    for each in asked:
        pages.setdefault((each.document, each.page), []).append(each)
    count_for_nothing = {(each.document, each.page, each.start, each.end) for each in printed}
    beside: dict[tuple[NameRef, DocumentId], NamedPlace] = {}
    own: set[NameRef] = set()
    shared: set[Span] = set()
    for place in named:
        name = NameRef(place.type, leaders.get(place.type, {}).get(place.key, place.key))
        over = [each for each in pages.get((place.document, place.page), ()) if each.start < place.end and place.start < each.end]
        if over:
            own.add(name)
        if place[2:] in count_for_nothing:
            shared.update(over)
        elif place.document in witnesses:
            beside.setdefault((name, witnesses[place.document]), place)
    mine = sorted((each for each in asked if each not in shared and each.document in witnesses), key=_order, reverse=True)
    return Around({witnesses[each.document]: each for each in mine}, beside, frozenset(own))


@dataclass(frozen=True, slots=True)
class Gathered:
    """Who stands in which documents.

    Args:
        incidence: All names but the one asked for.
        documents: Documents by their number there, each for its copies.
        asked: Numbers of those with the name.
        around: Where everybody stands in these.
    """

    incidence: Incidence
    documents: Sequence[DocumentId]
    asked: frozenset[int]
    around: Around

    def show(self, name: int, document: int) -> Example:
        """Return where both stand in a document, by the number of the other name."""
        where = self.documents[document]
        return self.around.asked[where], self.around.beside[self.incidence.names[name], where].span


def gather(
    around: Around,
    named: NameDocuments,
    printed: NameDocuments,
    *,
    leaders: Leaders,
    witnesses: Mapping[DocumentId, DocumentId],
) -> Gathered:
    """Return who stands in which documents outside of forms.

    Args:
        around: The documents of the name that is asked for.
        named: In which documents names stand, once for each place.
        printed: The same of the places that forms print.
        leaders: Which names are of one entity.
        witnesses: For every document that counts, the one that stands for it and its copies.
    """
    documents = sorted(set(witnesses.values()))
    number = {document: place for place, document in enumerate(documents)}
    stands_for = {document: number[witness] for document, witness in witnesses.items()}
    entities = {(type, key): NameRef(type, leaders.get(type, {}).get(key, key)) for type, key in named.names}
    names = sorted(set(entities.values()) - around.own)
    row = {name: place for place, name in enumerate(names)}
    numbers = {name: row[entity] for name, entity in entities.items() if entity in row}
    every, counts = _cells(named, numbers, stands_for, width=len(documents))
    forms, printed_counts = _cells(printed, numbers, stands_for, width=len(documents))
    counts[np.searchsorted(every, forms)] -= printed_counts
    cells = every[counts > 0]
    pairs = np.stack(np.divmod(cells, max(len(documents), 1)), axis=1)
    asked = frozenset(number[document] for document in around.asked)
    return Gathered(Incidence(tuple(names), len(documents), pairs), documents, asked, around)


def _cells(
    named: NameDocuments, numbers: Mapping[tuple[MentionType, NameKey], int], stands_for: Mapping[DocumentId, int], *, width: int
) -> tuple[Numbers, Numbers]:
    """Return the cells of the table in which something stands, row by row, and at how many places."""
    rows = np.array([numbers.get(name, -1) for name in named.names], dtype=np.int64)
    columns = np.full(max(named.documents, default=0) + 1, -1, dtype=np.int64)
    columns[list(named.documents)] = [stands_for.get(document, -1) for document in named.documents.values()]
    sizes = np.array([len(standing) for standing in named.standing], dtype=np.int64)
    places = np.fromiter(chain.from_iterable(named.standing), dtype=np.int64, count=int(sizes.sum()))
    row, column = np.repeat(rows, sizes), columns[places]
    kept = (row >= 0) & (column >= 0)
    cells, counts = np.unique(row[kept] * width + column[kept], return_counts=True)
    return cells, counts


def _order(place: Span) -> tuple[DocumentId, int, int]:
    return place.document, place.page, place.start
