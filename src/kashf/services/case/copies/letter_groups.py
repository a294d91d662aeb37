"""Groups of copies: one for each letter, whatever way its copies were found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.ids import DocumentId
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.ports.views import CaseView
from kashf.services.case.copies.witnesses import copies_are_kept, copy_links

#: The same bytes at several places; the other ways are those of `CopyKind`.
BYTES: Final = "bytes"
_ORDER: Final = (BYTES, *(kind.value for kind in CopyKind if kind is not CopyKind.ANY))


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """A letter with all its copies.

    Args:
        ways: In which ways they are copies, the surest first: "bytes", "text", "message", "near", "picture".
        documents: Their ids, in order; one id where the same bytes were seen at several places.
        paths: Where they were seen.
        pairs: Which document is a copy of which, and why.
    """

    ways: tuple[str, ...]
    documents: tuple[DocumentId, ...]
    paths: tuple[str, ...]
    pairs: tuple[CopyLink, ...] = ()


def letter_groups(view: CaseView) -> tuple[LetterGroup, ...]:
    """Return a group for each letter that was seen more than once, those in most places first."""
    links = copy_links(view)
    leaders = {each.document: each.of for each in links if each.kind is CopyKind.ANY}
    members = _grouped(leaders)
    alone = (group.documents[0] for group in view.copies() if group.kind == BYTES)
    members |= {document: (document,) for document in alone if document not in members and document not in leaders}
    seen = view.places([document for group in members.values() for document in group])
    pairs = _by_leader((each for each in links if each.kind is not CopyKind.ANY), leaders)
    found = (_group(group, seen, pairs.get(leader, ())) for leader, group in members.items())
    return tuple(sorted(found, key=lambda group: (-len(group.paths), group.documents)))


def letter_of(view: CaseView, document: DocumentId) -> LetterGroup:
    """Return a document with all its copies, alone where there is none."""
    if copies_are_kept(view):
        leader = view.copy_leaders([document]).get(document, document)
        group = tuple(sorted({leader, document, *view.copies_of(leader)}))
        return _group(group, view.places(group), view.copy_links(group))
    links = copy_links(view)
    group = next((some for some in groups_by_kind(links)[CopyKind.ANY] if document in some), (document,))
    pairs = [each for each in links if each.kind is not CopyKind.ANY and each.document in group]
    return _group(group, view.places(group), pairs)


def groups_by_kind(links: Iterable[CopyLink]) -> Mapping[CopyKind, tuple[tuple[DocumentId, ...], ...]]:
    """Return for each way of being a copy the documents that are copies in it, each group by id."""
    leaders: dict[CopyKind, dict[DocumentId, DocumentId]] = {kind: {} for kind in CopyKind}
    for each in links:
        leaders[each.kind][each.document] = each.of
    return {kind: tuple(_grouped(known).values()) for kind, known in leaders.items()}


def _group(documents: Sequence[DocumentId], seen: Mapping[DocumentId, tuple[str, ...]], pairs: Sequence[CopyLink]) -> LetterGroup:
    known = {each.kind.value for each in pairs} | {BYTES for document in documents if len(seen.get(document, ())) > 1}
    paths = tuple(path for document in documents for path in seen.get(document, ()))
    return LetterGroup(tuple(way for way in _ORDER if way in known), tuple(documents), paths, tuple(pairs))


def _grouped(leaders: Mapping[DocumentId, DocumentId]) -> dict[DocumentId, tuple[DocumentId, ...]]:
    found: dict[DocumentId, list[DocumentId]] = {}
    for document, leader in leaders.items():
        found.setdefault(leader, [leader]).append(document)
    return {leader: tuple(sorted(group)) for leader, group in found.items()}


def _by_leader(links: Iterable[CopyLink], leaders: Mapping[DocumentId, DocumentId]) -> dict[DocumentId, list[CopyLink]]:
    found: dict[DocumentId, list[CopyLink]] = {}
    for each in links:
        found.setdefault(leaders.get(each.document, each.document), []).append(each)
    return found
