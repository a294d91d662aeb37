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
    if not copies_are_kept(view):
        found = (group for group in letter_groups(view) if document in group.documents)
        return next(found, _group((document,), view.places([document]), ()))
    leader = view.copy_leaders([document]).get(document, document)
    group = tuple(sorted({leader, document, *view.copies_of(leader)}))
    return _group(group, view.places(group), view.copy_links(group))


def same_kind_groups(links: Iterable[CopyLink], kind: CopyKind) -> tuple[tuple[DocumentId, ...], ...]:
    """Return the documents that are copies in one way, each group by id."""
    return tuple(_grouped({each.document: each.of for each in links if each.kind is kind}).values())


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
