"""Cutting long texts into pages, for files that have none of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kashf.domain.document import Mark, Page

#: Characters of a page at most; about a dozen printed pages, which a browser still shows at once.
MAX_PAGE_CHARACTERS = 50_000
#: Where a long text is best cut, from best to worst; a cut lies after the break.
_BREAKS = ("\n\n", "\n", " ")


def cut_pages(pages: tuple[Page, ...], *, longest: int = MAX_PAGE_CHARACTERS) -> tuple[Page, ...]:
    r"""Return `pages` with long ones cut and all of them numbered anew.

    Pages end at form feeds, which are dropped, and otherwise at the end of a paragraph, of a line or of a word, in the last half of what
    fits; only a page without any of these is cut inside a word. Nothing else is lost, and marks are cut along.

    >>> [page.text for page in cut_pages((Page(1, "first\fone two"),), longest=5)]
    ['first', 'one ', 'two']
    """
    if all(len(page.text) <= longest and "\f" not in page.text for page in pages):
        return pages
    cut = (part for page in pages for part in _parts(page, longest))
    return tuple(replace(page, number=number) for number, page in enumerate(cut, start=1))


def _parts(page: Page, longest: int) -> Iterator[Page]:
    for start, end in _ranges(page.text, longest):
        marks = tuple(
            Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.kind)
            for mark in page.marks
            if mark.start < end and mark.end > start
        )
        yield replace(page, text=page.text[start:end], marks=marks, boxes=())


def _ranges(text: str, longest: int) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        feed = text.find("\f", start, start + longest + 1)
        if feed >= 0:
            yield start, feed
            start = feed + 1
        else:
            end = _end(text, start, longest)
            yield start, end
            start = end
    if not text or text.endswith("\f"):
        yield len(text), len(text)


def _end(text: str, start: int, longest: int) -> int:
    if len(text) - start <= longest:
        return len(text)
    for line_end in _BREAKS:
        place = text.rfind(line_end, start + longest // 2, start + longest)
        if place >= 0:
            return place + len(line_end)
    return start + longest
