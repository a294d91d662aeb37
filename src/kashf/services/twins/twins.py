"""The copies of one document, each with what differs: no version hides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.ids import DocumentId
from kashf.ports.copy_groups import CopyLink
from kashf.ports.views import DocumentRecord
from kashf.services.case.copies.letter_groups import LetterGroup, letter_of
from kashf.services.case.copies.version_order import VersionOrder, version_order
from kashf.services.case.copies.word_differences import DocumentComparison, differences
from kashf.services.case.open import OpenCase
from kashf.services.twins.changed_fields import ChangedField, changed_fields

#: Copies that are compared word by word; how many more there are is told.
MOST_COMPARED: Final = 20


@dataclass(frozen=True, slots=True)
class TwinPair:
    """Two documents with what differs.

    Args:
        left: What the case knows of the first.
        right: What it knows of the second.
        comparison: What differs.
        order: Which was there first.
        links: Why they are copies; none where they are not.
        fields: In which fields of a form they differ, where both are of one template.
    """

    left: DocumentRecord
    right: DocumentRecord
    comparison: DocumentComparison
    order: VersionOrder
    links: tuple[CopyLink, ...] = ()
    fields: tuple[ChangedField, ...] = ()


@dataclass(frozen=True, slots=True)
class Twins:
    """A document and its copies.

    Args:
        document: Which.
        group: All documents of the letter.
        compared: The document held against others of the group: those that were there before it, those of which that is not known, and
            those that came after it.
        more: How many copies were not compared.
    """

    document: DocumentId
    group: LetterGroup
    compared: tuple[TwinPair, ...]
    more: int = 0


def twins(case: OpenCase, beginning: str, *, most: int = MOST_COMPARED) -> Twins:
    """Return a document, named by the beginning of its id, with its copies and what differs.

    Raises:
        NotFoundError: No such document.
    """
    document = case.view.resolve(beginning)
    group = letter_of(case.view, document)
    same = {document, *case.view.same_text(document)}
    others = sorted((id for id in group.documents if id != document), key=lambda id: (id in same, id))
    compared = sorted((_compare(case, document, other, group.pairs) for other in others[:most]), key=_place_in_order)
    return Twins(document, group, tuple(compared), len(others) - len(compared))


def compared_with(case: OpenCase, document: DocumentId, others: Sequence[DocumentId]) -> tuple[TwinPair, ...]:
    """Return a document held against some others."""
    links = letter_of(case.view, document).pairs if others else ()
    return tuple(_compare(case, document, other, links) for other in others)


def compare(case: OpenCase, left: str, right: str) -> TwinPair:
    """Return what differs between two documents, named by the beginnings of their ids, be they copies or not.

    Raises:
        NotFoundError: One of them is not there.
    """
    one, other = case.view.resolve(left), case.view.resolve(right)
    return _compare(case, one, other, letter_of(case.view, one).pairs)


def _place_in_order(each: TwinPair) -> int:
    return 0 if each.order.first is None else -1 if each.order.first == each.right.id else 1


def _compare(case: OpenCase, left: DocumentId, right: DocumentId, links: Sequence[CopyLink]) -> TwinPair:
    records = {record.id: record for record in case.view.records(sorted({left, right}))}
    found = differences(case.view, left, right, shown=case.shown)
    between = tuple(link for link in links if {link.document, link.of} == {left, right})
    return TwinPair(
        records[left],
        records[right],
        found,
        version_order(records[left], records[right], found),
        between,
        changed_fields(case.view, left, right),
    )
