"""Words of a page with the text around them: how a place is shown, cited, and found again when the page is read anew."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from kashf.domain.document import Box, Page, Span
from kashf.domain.ids import DocumentId

#: Code points of context on either side: about two lines of a screen.
AROUND: Final = 110


@dataclass(frozen=True, slots=True)
class Quote:
    """A place on a page with the text around it, all of it verbatim.

    Args:
        document: Whose page it is.
        page: Number, from 1.
        start: First code point of the words.
        end: One past the last.
        prefix: Text before them, cut between words.
        text: The words.
        suffix: Text after them, cut between words.
        box: What holds the words on the page's image; None when the page has none.
    """

    document: DocumentId
    page: int
    start: int
    end: int
    prefix: str
    text: str
    suffix: str
    box: Box | None = None

    @property
    def span(self) -> Span:
        """The place alone."""
        return Span(self.document, self.page, self.start, self.end)


def quote(page: Page, span: Span, *, around: int = AROUND) -> Quote:
    """Return the words at a place with the text around them; what lies beyond the end of the page is empty.

    Args:
        page: The page that `span` is on.
        span: The place.
        around: Code points of context on either side at most; a word that would be cut is left out, unless it alone is longer.

    >>> found = quote(Page(1, "the letter came from the north"), Span(DocumentId("a" * 64), 1, 11, 15), around=9)
    >>> found.prefix, found.text, found.suffix
    ('letter ', 'came', ' from the')
    """
    text = page.text
    first = _word_start(text, max(0, span.start - around), span.start)
    last = _word_end(text, span.end, min(len(text), span.end + around))
    words = text[span.start : span.end]
    return Quote(span.document, span.page, span.start, span.end, text[first : span.start], words, text[span.end : last], _box(page, span))


def _word_start(text: str, at: int, limit: int) -> int:
    """Return where the first whole word from `at` on begins, or `at` when only a piece of one word stands before `limit`."""
    if at == 0 or text[at - 1 : at].isspace():
        return at
    return next((place + 1 for place in range(at, min(limit, len(text))) if text[place].isspace()), at)


def _word_end(text: str, limit: int, at: int) -> int:
    """Return where the last whole word before `at` ends, or `at` when only a piece of one word stands after `limit`."""
    if at == len(text) or text[at].isspace():
        return at
    return next((place for place in range(at - 1, limit - 1, -1) if text[place].isspace()), at)


def _box(page: Page, span: Span) -> Box | None:
    """Return the smallest box that holds every word of the place on the page's image."""
    first = bisect_right(page.boxes, span.start, key=lambda box: box.end)
    boxes = tuple(takewhile(lambda box: box.start < span.end, page.boxes[first:]))
    if not boxes:
        return None
    return Box(
        start=span.start,
        end=span.end,
        left=min(box.left for box in boxes),
        top=min(box.top for box in boxes),
        right=max(box.right for box in boxes),
        bottom=max(box.bottom for box in boxes),
    )
