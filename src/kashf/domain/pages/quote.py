"""Words of a page with the text around them: how a place is shown, cited, and found again when the page is read anew."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from kashf.domain.document import Box, Page, Span
from kashf.domain.ids import DocumentId, Json
from kashf.domain.pages.readings import text_digest

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
        reading: Digest of the page's text on which the place was taken (`readings.text_digest`); "" where that is not known.
    """

    document: DocumentId
    page: int
    start: int
    end: int
    prefix: str
    text: str
    suffix: str
    box: Box | None = None
    reading: str = ""

    @property
    def span(self) -> Span:
        """The place alone."""
        return Span(self.document, self.page, self.start, self.end)

    def as_json(self) -> Mapping[str, Json]:
        """Return it as an entry of the ledger keeps it."""
        box = self.box
        return {
            "document": self.document,
            "page": self.page,
            "start": self.start,
            "end": self.end,
            "prefix": self.prefix,
            "text": self.text,
            "suffix": self.suffix,
            "box": [box.left, box.top, box.right, box.bottom] if box else None,
            "reading": self.reading,
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Json]) -> Quote:
        """Return the quote that `as_json` wrote.

        Raises:
            KeyError, TypeError, ValueError: It did not write this.
        """
        page, start, end = (int(str(body[key])) for key in ("page", "start", "end"))
        edges = body["box"]
        box = None if edges is None else Box(start, end, *(int(str(edge)) for edge in _listed(edges)))
        prefix, text, suffix, reading = (str(body[key]) for key in ("prefix", "text", "suffix", "reading"))
        return cls(DocumentId(str(body["document"])), page, start, end, prefix, text, suffix, box, reading)


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
    prefix, suffix = text[first : span.start], text[span.end : last]
    return Quote(span.document, span.page, span.start, span.end, prefix, words, suffix, _box(page, span), text_digest(page))


def _listed(value: Json) -> tuple[Json, Json, Json, Json]:
    if not isinstance(value, list | tuple) or len(value) != 4:
        raise ValueError("a box has four edges")
    return value[0], value[1], value[2], value[3]


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
