"""Finds which documents of a case are copies of one another, in each of the ways in which they can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kashf.domain.document import Origin
from kashf.domain.groups import Groups
from kashf.domain.ids import DocumentId
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.ports.stages import MAIL
from kashf.ports.views import CaseView

if TYPE_CHECKING:
    from kashf.intake.near_texts.compared_text import ComparedText
    from kashf.services.case.copies.sheet_fits import SheetFits


def find_links(view: CaseView, fits: SheetFits) -> tuple[CopyLink, ...]:
    """Return why documents are copies, by kind, and for each that is one in any way the document that stands for it.

    Args:
        view: Of a case.
        fits: Compares pictures of pages.
    """
    from kashf.services.case.copies.filled_copies import FilledCopies

    texts, filled = text_links(view), FilledCopies(view)
    known = {each.document for each in texts}
    near, pictures = (
        [each for each in some if filled.are_copies(each.of, each.document) is not False]
        for some in (_near(view, known=known, decided=filled.settled()), _pictures(view, fits))
    )
    further = filled.links(known | {each.document for each in (*near, *pictures)})
    return joined_links((*texts, *_links(CopyKind.MESSAGE, _same_messages(view)), *near, *further, *pictures))


def text_links(view: CaseView) -> tuple[CopyLink, ...]:
    """Return which documents have the same text, which is known of each as soon as it is read."""
    return _links(CopyKind.TEXT, (group.documents for group in view.copies() if group.kind == "text"))


def joined_links(found: Sequence[CopyLink]) -> tuple[CopyLink, ...]:
    """Return why documents are copies, and for each that is one in any way the document that stands for it."""
    joined = Groups[DocumentId]()
    for each in sorted(found, key=lambda link: (link.document, link.of)):
        joined.join(*sorted((joined.find(each.of), joined.find(each.document))))
    every = sorted({document for each in found for document in (each.document, each.of)})
    leaders = ((document, joined.find(document)) for document in every)
    return (*found, *(CopyLink(CopyKind.ANY, document, leader) for document, leader in leaders if document != leader))


def _links(kind: CopyKind, groups: Iterable[Sequence[DocumentId]]) -> tuple[CopyLink, ...]:
    return tuple(CopyLink(kind, document, min(group)) for group in groups for document in group if document != min(group))


def _same_messages(view: CaseView) -> Iterator[tuple[DocumentId, ...]]:
    from kashf.services.case.copies.same_messages import same_message_groups  # The rules of quoted mail take 25 ms to import.

    return same_message_groups(view)


def _near(view: CaseView, *, known: set[DocumentId], decided: Mapping[str, int]) -> tuple[CopyLink, ...]:
    """Return near copies; of documents of one text the first stands for all, and forms are not compared where their values tell."""
    from kashf.intake.near_texts.grouping import near_pairs  # numpy takes 0.1 s to import, and most questions find copies kept.

    signatures = [each for each in view.signatures() if each[0] not in known]
    scanned = frozenset(id for id, _, is_scan in signatures if is_scan)
    mails = frozenset(id for id, _ in view.stage_rows(MAIL)) if signatures else frozenset()
    told = ((id, value) for id, value, _ in signatures)
    pairs = near_pairs(told, lambda ids: _texts(view, ids, mails), scanned=scanned, decided=decided)
    return tuple(CopyLink(CopyKind.NEAR, DocumentId(each.copy), DocumentId(each.of), round(each.share, 3)) for each in pairs)


def _pictures(view: CaseView, fits: SheetFits) -> tuple[CopyLink, ...]:
    from kashf.services.case.copies.same_pictures import same_pictures  # numpy takes 0.1 s to import.

    return same_pictures(view, fits)


def _texts(view: CaseView, ids: Sequence[str], mails: frozenset[DocumentId]) -> Iterator[tuple[str, ComparedText]]:
    from kashf.intake.near_texts.compared_text import compared_text
    from kashf.language.marks.repeated_mail import own_passages

    known = set[str]()
    for id, pages in view.bare_pages([DocumentId(id) for id in ids]):
        known.add(id)
        sure = [page for page in pages if page.is_sure]
        texts = own_passages(sure) if id in mails else (page.shown() for page in sure)
        yield id, compared_text(texts, is_scan=any(page.origin is Origin.OCR for page in pages))
    yield from ((id, compared_text((), is_scan=False)) for id in ids if id not in known)
