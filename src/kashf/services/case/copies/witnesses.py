"""Which documents are copies of one another: found once by `process`, kept, and read by everything that counts or lists documents.

Where documents changed since, as while `add` runs, what is kept of all others stays, and those that changed are copies of what has the same
text alone until `process` compares them: to compare a large pile takes a minute, and nobody waits so long for an answer. Every answer says
how many were not compared (`LeftOut.uncompared`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

import kashf
from kashf.domain.ids import DocumentId
from kashf.errors import UnfinishedError
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.ports.views import CaseView
from kashf.services.case.copies.find_links import find_links, joined_links, text_links
from kashf.services.case.open import WritableCase
from kashf.services.case.versions import content_digest

#: What decides which documents are copies, beside their keys, which are made when they are read.
_DECIDES: Final = (
    "domain/groups.py",
    "intake/ink_maps",
    "intake/near_copies.py",
    "intake/near_texts",
    "language/marks/repeated_mail.py",
    "language/words",
    "services/case/copies",
)
#: From so many documents on, all that have copies are read at once.
_MANY: Final = 1000


def group_copies(case: WritableCase, *, report: Callable[[int, int], None] = lambda _done, _total: None) -> int:
    """Find the copies of a case and keep them, where documents have changed since this was last done.

    Args:
        case: Which case.
        report: Told how many ways of being a copy were looked for, of how many.

    Returns:
        How many documents are copies; 0 when nothing had changed.
    """
    view = case.reading.view
    version = content_digest(Path(kashf.__file__).parent / name for name in _DECIDES)[:16] + view.families_version()
    if view.copies_version() == version:
        return 0
    from kashf.services.case.copies.sheet_fits import SheetFits  # numpy takes 0.1 s to import.

    fits = SheetFits.kept(case.reading.cache, case.reading.cache_seal)
    found = find_links(view, fits)
    with case.store.unit() as uow:
        uow.put_copies(version, found)
        uow.commit()
    fits.keep(case.reading.cache, case.reading.cache_seal)
    ways = len(CopyKind) - 1
    report(ways, ways)
    return sum(each.kind is CopyKind.ANY for each in found)


def witnesses(view: CaseView, documents: Iterable[DocumentId]) -> dict[DocumentId, DocumentId]:
    """Return for each of some documents the one that stands for it and all its copies, since a copy is no second witness.

    Every answer about a case has the same witnesses: one that is not among the documents asked about stands for two that are.
    """
    asked = sorted(set(documents))
    if copies_are_kept(view):
        known: Mapping[DocumentId, DocumentId] = view.copy_leaders(asked if len(asked) <= _MANY else None)
    else:
        known = {each.document: each.of for each in copy_links(view) if each.kind is CopyKind.ANY}
    return {document: known.get(document, document) for document in asked}


def copy_links(view: CaseView) -> tuple[CopyLink, ...]:
    """Return why the documents of a case are copies, and for each that is one in any way the document that stands for it."""
    if not copies_are_kept(view):
        return joined_links((*text_links(view), *(each for each in _kept_links(view) if each.kind is not CopyKind.TEXT)))
    any_way = (CopyLink(CopyKind.ANY, document, leader) for document, leader in view.copy_leaders().items())
    return (*view.copy_links(), *any_way)


def _kept_links(view: CaseView) -> tuple[CopyLink, ...]:
    try:
        return view.copy_links()
    except UnfinishedError:  # A case of an earlier kashf, which kept none.
        return ()


def copies_are_kept(view: CaseView) -> bool:
    """Return whether what is kept of copies is of the documents that the case has now."""
    try:
        return bool(view.copies_version())
    except UnfinishedError:  # A case of an earlier kashf, which kept none.
        return False
