"""Which documents are copies of one another: found once by `process`, kept, and read by everything that counts or lists documents.

Where documents changed since, as while `add` runs, copies are found again for each question, so that no answer is of another pile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import kashf
from kashf.domain.groups import Groups
from kashf.domain.ids import DocumentId
from kashf.errors import UnfinishedError
from kashf.ports.copy_groups import CopyKind
from kashf.ports.views import CaseView, CopyGroup
from kashf.services.case.open import WritableCase
from kashf.services.case.versions import content_digest

#: What decides which documents are copies, beside their keys, which are made when they are read.
_DECIDES: Final = ("domain/groups.py", "intake/near_copies.py", "services/case/copies")
#: From so many documents on, all that have copies are read at once.
_MANY: Final = 1000
_KINDS: Final = (CopyKind.TEXT, CopyKind.MESSAGE, CopyKind.NEAR)


def group_copies(case: WritableCase, *, report: Callable[[int, int], None] = lambda _done, _total: None) -> int:
    """Find the copies of a case and keep them, where documents have changed since this was last done.

    Args:
        case: Which case.
        report: Told how many kinds of copies were looked for, of how many.

    Returns:
        How many documents have copies; 0 when nothing had changed.
    """
    version = content_digest(Path(kashf.__file__).parent / name for name in _DECIDES)[:16]
    view = case.reading.view
    if view.copies_version() == version:
        return 0
    found = _find(view)
    with case.store.unit() as uow:
        uow.put_copies(version, found)
        uow.commit()
    report(len(_KINDS), len(_KINDS))
    return len(found[CopyKind.ANY])


def witnesses(view: CaseView, documents: Iterable[DocumentId]) -> dict[DocumentId, DocumentId]:
    """Return for each of some documents the one that stands for it and all its copies, since a copy is no second witness.

    Every answer about a case has the same witnesses: one that is not among the documents asked about stands for two that are.
    """
    asked = sorted(set(documents))
    known = _leaders_of(view)(CopyKind.ANY, asked if len(asked) <= _MANY else None)
    return {document: known.get(document, document) for document in asked}


def copy_groups(view: CaseView) -> tuple[CopyGroup, ...]:
    """Return groups of same bytes, same text, one message in several files and near text, in this order, the largest of each first.

    Documents of the same text are no further group when they are one message, or near copies, as well.
    """
    leaders = _leaders_of(view)
    text = leaders(CopyKind.TEXT, None)
    further = [
        (kind, group)
        for kind in (CopyKind.MESSAGE, CopyKind.NEAR)
        for group in _grouped(leaders(kind, None))
        if len({text.get(document, document) for document in group}) > 1
    ]
    seen = view.places([document for _, group in further for document in group])
    found = [*view.copies(), *(CopyGroup(kind.value, group, tuple(seen[document][0] for document in group)) for kind, group in further)]
    order = ("bytes", "text", "message", "near")
    return tuple(sorted(found, key=lambda group: (order.index(group.kind), -len(group.paths), group.documents)))


@dataclass(frozen=True, slots=True)
class _Found:
    """Groups of copies of one kind, as they were found."""

    kind: CopyKind
    groups: tuple[tuple[DocumentId, ...], ...]

    def leaders(self) -> dict[DocumentId, DocumentId]:
        """Return the first of its group for each document."""
        return {document: min(group) for group in self.groups for document in group}


def _leaders_of(view: CaseView) -> Callable[[CopyKind, Sequence[DocumentId] | None], Mapping[DocumentId, DocumentId]]:
    """Return what tells which document stands for each that has copies of a kind: what is kept, or else what is found now."""
    try:
        is_kept = bool(view.copies_version())
    except UnfinishedError:  # A case of an earlier kashf, which kept none.
        is_kept = False
    if is_kept:
        return view.copy_leaders
    found = _find(view)
    return lambda kind, _documents: found[kind]


def _find(view: CaseView) -> dict[CopyKind, dict[DocumentId, DocumentId]]:
    found = [
        _Found(CopyKind.TEXT, tuple(group.documents for group in view.copies() if group.kind == "text")),
        _Found(CopyKind.MESSAGE, _same_messages(view)),
        _Found(CopyKind.NEAR, _near(view)),
    ]
    joined = Groups[DocumentId]()
    for document, leader in sorted(pair for each in found for pair in each.leaders().items()):
        joined.join(*sorted((joined.find(leader), joined.find(document))))
    every = {document for each in found for document in each.leaders()}
    return {each.kind: each.leaders() for each in found} | {CopyKind.ANY: {document: joined.find(document) for document in every}}


def _same_messages(view: CaseView) -> tuple[tuple[DocumentId, ...], ...]:
    from kashf.services.case.copies.same_messages import same_message_groups  # The rules of quoted mail take 25 ms to import.

    return tuple(same_message_groups(view))


def _near(view: CaseView) -> tuple[tuple[DocumentId, ...], ...]:
    from kashf.intake.near_copies import near_groups  # numpy takes 0.1 s to import, and most questions find copies kept.

    signatures = view.signatures()
    scanned = frozenset(id for id, _, is_scan in signatures if is_scan)
    groups = near_groups(((id, signature) for id, signature, _ in signatures), scanned=scanned)
    return tuple(tuple(map(DocumentId, group)) for group in groups)


def _grouped(leaders: Mapping[DocumentId, DocumentId]) -> list[tuple[DocumentId, ...]]:
    found: dict[DocumentId, list[DocumentId]] = {}
    for document, leader in leaders.items():
        found.setdefault(leader, []).append(document)
    return [tuple(sorted(group)) for group in found.values()]
