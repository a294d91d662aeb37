"""New documents of a case held against what was there: copies, near copies, other versions under the same path, and the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kashf.domain.document import Status
from kashf.domain.ids import DocumentId
from kashf.ports.copy_groups import CopyKind
from kashf.ports.forms import ShownPages
from kashf.ports.views import CaseView, DocumentRecord
from kashf.services.case.brought.known_as import known_as
from kashf.services.case.copies.letter_groups import groups_by_kind
from kashf.services.case.copies.witnesses import copy_links
from kashf.services.questions.text_change import TextChange, text_change


class Likeness(StrEnum):
    """What a new document is to what was there before, the nearest first."""

    SAME_TEXT = "same-text"
    SAME_MESSAGE = "same-message"
    NEAR_COPY = "near-copy"
    SAME_PICTURE = "same-picture"
    #: Other text under a path at which something lay before.
    SAME_PATH = "same-path"
    #: Nothing that was there is like it.
    NEW = "new"


#: What groups of copies are called, and what that makes of a document.
_OF_GROUPS: Final[Mapping[CopyKind, Likeness]] = {
    CopyKind.TEXT: Likeness.SAME_TEXT,
    CopyKind.MESSAGE: Likeness.SAME_MESSAGE,
    CopyKind.NEAR: Likeness.NEAR_COPY,
    CopyKind.PICTURE: Likeness.SAME_PICTURE,
}
#: Of these it is told what changed.
_CHANGED: Final = frozenset({Likeness.NEAR_COPY, Likeness.SAME_PATH})


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document that only later receipts brought.

    Args:
        document: Its id.
        path: What people call it.
        type: Its media type; "" before it was read.
        status: None before it was read.
        reason: Why it is not done; "" when it is.
        relation: What it is to what was there.
        of: The document that was there; None for a new one.
        of_path: What people call that.
        change: How its text differs from that; None where it is the same, or nothing is like it.
    """

    document: DocumentId
    path: str
    type: str
    status: Status | None
    reason: str
    relation: Likeness = Likeness.NEW
    of: DocumentId | None = None
    of_path: str = ""
    change: TextChange | None = None


def new_documents(view: CaseView, new: Collection[DocumentId], *, shown: ShownPages) -> tuple[NewDocument, ...]:
    """Return new documents as they are called, each with what it is to those that were there before.

    Args:
        view: The case.
        new: Ids of those that came later; all others were there.
        shown: Gives their pages without what is sealed.
    """
    like = _like(view, frozenset(new))
    found = (_told(view, shown, record, *like.get(record.id, (Likeness.NEW, None))) for record in view.records(sorted(new)))
    return tuple(sorted(found, key=lambda each: (each.path, each.document)))


def _like(view: CaseView, new: frozenset[DocumentId]) -> dict[DocumentId, tuple[Likeness, DocumentId | None]]:
    """Return for each new document that is like an older one what it is to it, and the first such."""
    found: dict[DocumentId, tuple[Likeness, DocumentId | None]] = {}
    for relation, document, older in (*_copies(view, new), *_same_paths(view, new)):
        found.setdefault(document, (relation, older))
    return found


def _copies(view: CaseView, new: frozenset[DocumentId]) -> Iterator[tuple[Likeness, DocumentId, DocumentId]]:
    groups = groups_by_kind(copy_links(view))
    same = {document: group for group in groups[CopyKind.TEXT] for document in group}
    for kind, relation in _OF_GROUPS.items():
        for group in groups[kind]:
            # Of documents of one text a single one is held against others, which may be a new one.
            older = sorted({other for document in group for other in same.get(document, (document,))} - new)
            yield from ((relation, document, older[0]) for document in group if older and document in new)


def _same_paths(view: CaseView, new: frozenset[DocumentId]) -> Iterator[tuple[Likeness, DocumentId, DocumentId]]:
    older = {outline.name: outline.id for outline in view.outlines() if outline.id not in new}
    for document, places in view.places(sorted(new)).items():
        yield from ((Likeness.SAME_PATH, document, older[place]) for place in _first(places, older))


def _first(places: Iterable[str], known: Mapping[str, DocumentId]) -> list[str]:
    return [place for place in places if place in known][:1]


def _told(view: CaseView, shown: ShownPages, record: DocumentRecord, relation: Likeness, of: DocumentId | None) -> NewDocument:
    told = NewDocument(record.id, known_as(view, record.id), record.type, record.status, record.reason)
    if of is None:
        return told
    change = text_change(view, record.id, of, shown=shown) if relation in _CHANGED else None
    return NewDocument(told.document, told.path, told.type, told.status, told.reason, relation, of, known_as(view, of), change)
