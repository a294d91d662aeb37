"""A page beside its picture: its text as it is shown, what the query found on both, and the citation of a place."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.document import BOX_GRID, Box, MarkKind, Page, Span
from kashf.domain.ids import DocumentId
from kashf.domain.pages.quote import Quote, quote
from kashf.errors import NotFoundError
from kashf.ports.views import DocumentRecord
from kashf.web.page_text import TextLine, TextView, lines, parts

#: Types of which pages are drawn; of all others the text is shown alone.
_DRAWN: Final = ("image/", "application/pdf")
#: Number of the highlights of what is cited, which is no occurrence.
CITED: Final = -1
#: Code points around an occurrence in the list of those on the page: one line.
_AROUND: Final = 40
#: How much wider than its word a highlight on the picture is, in units of the box grid.
_MARGIN: Final = 18

#: First code point of a page's text and one past the last.
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A highlight on the picture, in units of 1/10,000 of its sides."""

    left: int
    top: int
    width: int
    height: int
    occurrence: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in the case that anybody can find again, and the words that stand there.

    Args:
        place: document#page:start-end, in code points of the stored text.
        start: First code point.
        end: One past the last.
        quote: The words, verbatim.
        sha256: Of the quote in UTF-8, so that a misquotation shows.
    """

    place: str
    start: int
    end: int
    quote: str
    sha256: str


@dataclass(frozen=True, slots=True)
class PageView:
    """The text of one page, as it is shown.

    Args:
        page: As stored.
        lines: Of the part that is shown.
        part: Which part, from 1.
        part_count: How many parts the page has; 1 unless it is very long.
        occurrences: What the query found on the page.
        rectangles: Where that stands on the picture.
    """

    page: Page
    lines: tuple[TextLine, ...]
    part: int
    part_count: int
    occurrences: tuple[Quote, ...]
    rectangles: tuple[Rectangle, ...]


def is_drawn(record: DocumentRecord) -> bool:
    """Return whether there are pictures of the document's pages."""
    return record.type.startswith(_DRAWN) and record.pages > 0


def page_view(
    page: Page, record: DocumentRecord, *, found: Sequence[Range] = (), cited: Range | None = None, part: int | None = None
) -> PageView:
    """Return the text of a page as it was asked for.

    Args:
        page: As stored.
        record: Its document.
        found: Ranges that the query found on the page, in order.
        cited: The range that is cited.
        part: Which part of a very long page; None for the one with what was asked for.
    """
    pieces = parts(page.text)
    first = cited[0] if cited else found[0][0] if found else 0
    holding = next((number for number, (start, end) in enumerate(pieces) if start <= first < end), 0)
    part = min(part or holding + 1, len(pieces))
    start, end = pieces[part - 1]
    cited = cited or (0, 0)
    asides = [mark for mark in page.marks if mark.kind is not MarkKind.QUOTED]
    shown = lines(page.text, TextView(found, asides, record.language, start, end, cited))
    boxes = (*rectangles(page.boxes, [cited], first=CITED), *rectangles(page.boxes, found))
    quotes = tuple(quote(page, Span(record.id, page.number, *place), around=_AROUND) for place in found)
    return PageView(page, tuple(shown), part, len(pieces), quotes, boxes)


def cite(document: DocumentId, page: Page, place: Range | None) -> Citation | None:
    """Return the citation of a range of a page's text, or None when none was asked for.

    Raises:
        NotFoundError: The page has no such range.
    """
    if place is None:
        return None
    start, end = place
    if not start < end <= len(page.text):
        raise NotFoundError(
            f"page {page.number} has no characters {start} to {end}; it has {len(page.text)}",
            code="no-such-range",
            page=page.number,
            start=start,
            end=end,
            length=len(page.text),
        )
    words = page.text[start:end]
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    return Citation(f"{document}#{page.number}:{start}-{end}", start, end, words, digest)


def rectangles(boxes: Sequence[Box], ranges: Sequence[Range], *, first: int = 0) -> tuple[Rectangle, ...]:
    """Return a highlight for each word on the picture that lies in one of the ranges, which are counted from `first`.

    Both are in order of the text.
    """
    found, waiting = [], list(enumerate(ranges, start=first))[::-1]
    for box in boxes:
        while waiting and waiting[-1][1][1] <= box.start:
            waiting.pop()
        if waiting and box.end > waiting[-1][1][0]:
            left, top = max(box.left - _MARGIN, 0), max(box.top - _MARGIN, 0)
            right, bottom = min(box.right + _MARGIN, BOX_GRID), min(box.bottom + _MARGIN, BOX_GRID)
            found.append(Rectangle(left, top, right - left, bottom - top, waiting[-1][0]))
    return tuple(found)
