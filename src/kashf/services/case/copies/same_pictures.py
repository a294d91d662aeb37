"""Documents that nobody can read and that are pictures of the same sheets, page by page; nobody compared their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from kashf.domain.ids import DocumentId
from kashf.intake.ink_maps.ink_map import unpacked
from kashf.intake.ink_maps.picture_hash import PictureBuckets, picture_hash
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.ports.views import CaseView
from kashf.services.case.copies.sheet_fits import SheetFits

#: Number and packed ink of each page.
Pictures = Sequence[tuple[int, bytes]]


def same_pictures(view: CaseView, fits: SheetFits) -> tuple[CopyLink, ...]:
    """Return which documents show the sheets of another one; each is compared with the documents that stand for others only.

    Args:
        view: Of a case.
        fits: Compares pages.
    """
    leaders: list[tuple[DocumentId, Pictures]] = []
    buckets, found = PictureBuckets(), list[CopyLink]()
    for document, pages in _documents(view):
        first = unpacked(pages[0][1])
        bits = picture_hash(first)
        if not bits.size:
            continue
        near = buckets.near([picture_hash(np.rot90(first, quarters)) for quarters in range(4)])
        link = next((link for row in near if (link := _link(document, pages, *leaders[row], fits=fits))), None)
        if link:
            found.append(link)
        else:
            buckets.add(bits)
            leaders.append((document, pages))
    return tuple(found)


def _documents(view: CaseView) -> Iterator[tuple[DocumentId, Pictures]]:
    for document, rows in groupby(view.ink_prints(), key=lambda row: row[0]):
        yield document, [(number, ink) for _, number, ink in rows]


def _link(document: DocumentId, pages: Pictures, leader: DocumentId, others: Pictures, *, fits: SheetFits) -> CopyLink | None:
    """Return that a document shows the same sheets as another one, if each of its pages does, in order."""
    if [number for number, _ in pages] != [number for number, _ in others]:
        return None
    least = 1.0
    for (_, ink), (_, other) in zip(pages, others, strict=True):
        fit = fits.fit(other, ink)
        if not fit:
            return None
        least = min(least, fit)
    return CopyLink(CopyKind.PICTURE, document, leader, round(least, 3))
