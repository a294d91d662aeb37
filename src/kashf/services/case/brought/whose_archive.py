"""Whose archive documents seem to come from: who received them, who sent them, who drafted them. Never more than "seems"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kashf.domain.document import Mark, MarkKind, Origin, Page, Span
from kashf.domain.ids import DocumentId
from kashf.language.archives.archive_signs import ArchiveSide, ArchiveSign, archive_signs
from kashf.language.archives.stamp_words import Stamp
from kashf.ports.stages import ARCHIVE, StageRow
from kashf.ports.views import CaseView, TextsView

#: Signs of one document that are kept; a register has one a line.
_MOST: Final = 40
#: What others wrote, or nobody let stand.
_NOT_OF_THE_SHEET: Final = frozenset({MarkKind.BOILERPLATE, MarkKind.QUOTED, MarkKind.REPEATED, MarkKind.DELETED, MarkKind.COMMENT})


class Whose(StrEnum):
    """Whose archive a document seems to come from."""

    RECEIVED = "received"
    OUTGOING = "outgoing"
    DRAFT = "draft"
    #: Strong signs speak for more than one.
    DISAGREE = "disagree"
    #: There are signs only that stand on copies of either side.
    WEAK = "weak"
    NO_SIGN = "no-sign"


@dataclass(frozen=True, slots=True)
class PlacedSign:
    """One sign, where it stands.

    Args:
        span: Where.
        text: As it stands there.
        side: What it speaks for.
        stamp: What it is.
        is_strong: Whether it speaks for one side by itself.
        day: The day that stands with it, as "yyyy-mm-dd" of any calendar; "" for none.
    """

    span: Span
    text: str
    side: ArchiveSide
    stamp: Stamp
    is_strong: bool
    day: str


def look_for_signs(view: TextsView, documents: Sequence[DocumentId]) -> Iterator[tuple[DocumentId, list[StageRow]]]:
    """Yield each document that is known with its signs: page, start, end, side, stamp, whether strong, day."""
    pages = dict(view.bare_pages(documents))
    for record in view.records(documents):
        rows = [_row(page.number, sign) for page in pages.get(record.id, ()) if page.is_sure for sign in signs_on(page)]
        yield record.id, rows[:_MOST]


def signs_on(page: Page) -> Iterator[ArchiveSign]:
    """Yield the signs on a page that belong to the sheet itself; what OCR did not read is not taken for left blank."""
    apart = [mark for mark in page.marks if mark.kind in _NOT_OF_THE_SHEET]
    for sign in archive_signs(page.text):
        if not _lies_in(sign, apart) and (sign.stamp is not Stamp.OWN_NUMBER or page.origin is Origin.DIGITAL):
            yield sign


def signs_of(view: CaseView, documents: Sequence[DocumentId]) -> Mapping[DocumentId, tuple[PlacedSign, ...]]:
    """Return the signs of documents that have any, with their wording."""
    rows = [(document, row) for document, row in view.stage_rows(ARCHIVE, documents)]
    texts = view.texts_at(sorted({(document, int(row[0])) for document, row in rows}))
    found: dict[DocumentId, list[PlacedSign]] = {}
    for document, row in rows:
        page, start, stop, side, stamp, is_strong, day = row
        words = texts.get((document, page), "")[start:stop]
        if words:
            sign = PlacedSign(Span(document, page, start, stop), words, ArchiveSide(side), Stamp(stamp), bool(is_strong), day)
            found.setdefault(document, []).append(sign)
    return {document: tuple(signs) for document, signs in found.items()}


def whose(signs: Iterable[PlacedSign]) -> Whose:
    """Return what the signs of one document say together: one strong one decides where no other contradicts."""
    seen = tuple(signs)
    strong = {sign.side for sign in seen if sign.is_strong}
    if len(strong) > 1:
        return Whose.DISAGREE
    if strong:
        return Whose(strong.pop().value)
    return Whose.WEAK if seen else Whose.NO_SIGN


def _lies_in(sign: ArchiveSign, marks: Iterable[Mark]) -> bool:
    return any(mark.start < sign.end and sign.start < mark.end for mark in marks)


def _row(page: int, sign: ArchiveSign) -> StageRow:
    return (page, sign.start, sign.end, sign.side.value, sign.stamp.value, int(sign.is_strong), sign.day)
