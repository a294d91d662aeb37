"""A page beside its picture: its text as it is shown, what the query found on both, and the citation of a place."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.document import BOX_GRID, PASSED_OVER, SURE_ENOUGH, Box, MarkKind, Page, Span
from kashf.domain.ids import DocumentId
from kashf.domain.pages.quote import Quote, quote
from kashf.errors import NotFoundError
from kashf.language.words.other_readings import OtherReading, other_readings, unseen_numbers
from kashf.ports.views import DocumentRecord
from kashf.web.text.page_text import Doubt, TextLine, TextView, lines, parts

#: Types of which pages are drawn; of all others the text is shown alone.
_DRAWN: Final = ("image/", "application/pdf")
#: Number of the highlights of what is cited, which is no occurrence.
CITED: Final = -1
#: Code points around an occurrence in the list of those on the page: one line.
_AROUND: Final = 40
#: How much wider than its word a highlight on the picture is, in units of the box grid.
_MARGIN: Final = 18
#: How much more than its words the cut-out of a stretch shows on each side, in the same units.
_CROP_MARGIN: Final = 60

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
class TwoReadings:
    """A stretch of the page that was read in several ways.

    Args:
        text: As the page has it; "" where it has nothing.
        others: What else was read there; "" for nothing.
        box: Left, top, right and bottom on the picture, as an address says them; "" when that is not known.
    """

    text: str
    others: tuple[str, ...]
    box: str


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
        others: What was read in another way too.
        kinds: Of marks whose text default answers show as what it is (tracked changes, comments, hidden text), as they first come.
    """

    page: Page
    lines: tuple[TextLine, ...]
    part: int
    part_count: int
    occurrences: tuple[Quote, ...]
    rectangles: tuple[Rectangle, ...]
    others: tuple[TwoReadings, ...] = ()
    kinds: tuple[MarkKind, ...] = ()


def is_drawn(record: DocumentRecord) -> bool:
    """Return whether there are pictures of the document's pages."""
    return record.type.startswith(_DRAWN) and record.pages > 0


def page_view(
    page: Page,
    record: DocumentRecord,
    *,
    seconds: Sequence[Page] = (),
    found: Sequence[Range] = (),
    cited: Range | None = None,
    part: int | None = None,
) -> PageView:
    """Return the text of a page as it was asked for.

    Args:
        page: As stored.
        record: Its document.
        seconds: The same page as other ways of reading have it.
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
    asides = [mark for mark in page.marks if mark.kind not in (MarkKind.QUOTED, MarkKind.MESSAGE)]
    others = other_readings(page, seconds)
    shown = lines(page.text, TextView(found, asides, record.language, start, end, cited, doubts(page, seconds)))
    boxes = (*rectangles(page.boxes, [cited], first=CITED), *rectangles(page.boxes, found))
    quotes = tuple(quote(page, Span(record.id, page.number, *place), around=_AROUND) for place in found)
    kinds = dict.fromkeys(mark.kind for mark in asides if mark.kind not in PASSED_OVER)
    return PageView(page, tuple(shown), part, len(pieces), quotes, boxes, _two_readings(page, others), tuple(kinds))


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


def doubts(page: Page, seconds: Sequence[Page]) -> tuple[Doubt, ...]:
    """Return the stretches of a page that were read unsurely or otherwise too, and unseen numbers, in order, not overlapping."""
    unseen = [Doubt(each.start, each.end, 1.0, each.also_read, is_unseen=True) for each in unseen_numbers(page, seconds)]
    differ = [Doubt(each.start, each.end, 1.0, each.texts) for each in other_readings(page, seconds) if each.start < each.end]
    unsure = [Doubt(box.start, box.end, box.confidence) for box in page.boxes if box.confidence < SURE_ENOUGH]
    found, position = list[Doubt](), 0
    for each in sorted([*unseen, *differ, *unsure], key=lambda one: (one.start, not one.is_unseen, not one.others)):
        if each.start >= position:
            least = min((one.confidence for one in unsure if one.start < each.end and each.start < one.end), default=1.0)
            found.append(replace(each, confidence=least))
            position = each.end
    return tuple(found)


def _two_readings(page: Page, others: Sequence[OtherReading]) -> tuple[TwoReadings, ...]:
    return tuple(TwoReadings(page.text[each.start : each.end], each.texts, box_of(page, each.start, each.end)) for each in others)


def box_of(page: Page, start: int, end: int) -> str:
    """Return the box around the words of a stretch, or around the two between which it stands, with some room; "" without a picture."""
    is_between = start == end
    around = [box for box in page.boxes if box.start < end + is_between and start < box.end + 2 * is_between]
    if not around:
        return ""
    left, top = min(box.left for box in around) - _CROP_MARGIN, min(box.top for box in around) - _CROP_MARGIN
    right, bottom = max(box.right for box in around) + _CROP_MARGIN, max(box.bottom for box in around) + _CROP_MARGIN
    return f"{max(0, left)}-{max(0, top)}-{min(BOX_GRID, right)}-{min(BOX_GRID, bottom)}"


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
