"""A page's text for a terminal or a file: without what is passed over, and with the rest of its marks told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kashf.domain.document import PASSED_OVER, Mark, MarkKind, Page

#: What is told apart in plain text, as [deleted: these words].
_TOLD: Final = frozenset({MarkKind.DELETED, MarkKind.INSERTED, MarkKind.COMMENT, MarkKind.HIDDEN, MarkKind.UNCERTAIN, MarkKind.DRAFT})


def shown_page(page: Page, *, all_text: bool) -> Page:
    """Return a page with the text that is shown of it, its marks where they stand in that.

    >>> page = Page(1, "ad yes no", marks=(Mark(0, 3, MarkKind.BOILERPLATE), Mark(7, 9, MarkKind.DELETED)))
    >>> shown = shown_page(page, all_text=False)
    >>> shown.text, [(mark.start, mark.end) for mark in shown.marks]
    ('yes no', [(4, 6)])
    """
    return page if all_text else replace(page, text=page.shown(), marks=tuple(_moved(page)), boxes=())


def told_text(page: Page, *, all_text: bool) -> str:
    """Return what is shown of a page, with tracked changes, comments and hidden text in brackets that say so.

    >>> told_text(Page(1, "ten lorries", marks=(Mark(0, 3, MarkKind.DELETED),)), all_text=False)
    '[deleted: ten] lorries'
    """
    shown = shown_page(page, all_text=all_text)
    parts, position = [], 0
    for mark in shown.marks:
        if mark.kind in _TOLD:
            parts += [shown.text[position : mark.start], f"[{mark.kind.value}: {shown.text[mark.start : mark.end]}]"]
            position = mark.end
    return "".join((*parts, shown.text[position:]))


def _moved(page: Page) -> Iterator[Mark]:
    gone = 0
    for mark in page.marks:
        if mark.kind in PASSED_OVER:
            gone += mark.end - mark.start
        else:
            yield replace(mark, start=mark.start - gone, end=mark.end - gone)
