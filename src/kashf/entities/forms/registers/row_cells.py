"""Lines of a page as rows of cells: divided by tabs, as readers of files divide them, by bars, or by gaps that nobody types between words.

A tab divides wherever a page has any. Where gaps divide, an empty cell leaves no sign, so each cell has the columns of characters that
it covers (on a picture: the stretch of the page's width), by which a row is laid under its headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kashf.domain.document import Box, Page

_LINE: Final = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_TAB: Final = re.compile(r"\t")
_BAR: Final = re.compile(r"[|¦│┃]")
_GAP: Final = re.compile(r"[ \u00a0]{3,}")
#: Any of these.
_DIVIDES: Final = re.compile(r"[\t|¦│┃]|[ \u00a0]{3}")
#: Lines with bars, of all, from which on bars divide a page.
_BARRED: Final = 0.5
#: Heights of a word by which the words of two cells stand apart on a picture, at least; a page is about 1.4 times as high as it is wide.
_APART: Final = 1.1


class RowCell(NamedTuple):
    """A cell of a row.

    Attributes:
        start: First code point that is no white space.
        end: One past the last; the same as `start` where it is empty.
        left: Where it begins on the page, in columns of characters, or in units of a box.
        right: Where it ends.
    """

    start: int
    end: int
    left: int = 0
    right: int = 0

    @property
    def place(self) -> tuple[int, int]:
        """First code point, and one past the last."""
        return self.start, self.end


class RowLine(NamedTuple):
    """A row of cells.

    Attributes:
        cells: In order of the text.
        is_divided: Whether each cell has its sign, an empty one too, so that their order tells the column.
    """

    cells: tuple[RowCell, ...]
    is_divided: bool

    @property
    def filled(self) -> tuple[RowCell, ...]:
        """Those that are not empty."""
        return tuple(cell for cell in self.cells if cell.start < cell.end)


def may_have_columns(page: Page) -> bool:
    r"""Return whether some line of a page may be more than one cell.

    >>> may_have_columns(Page(1, "Name: Omar\nBorn: 1980")), may_have_columns(Page(1, "Name   Born"))
    (False, True)
    """
    return bool(page.boxes) or _DIVIDES.search(page.text) is not None


def row_lines(page: Page) -> Iterator[RowLine]:
    r"""Yield the lines of a page that are not empty, as rows of cells.

    >>> [[cell.place for cell in row.cells] for row in row_lines(Page(1, "a\t\tb"))]
    [[(0, 1), (2, 2), (3, 4)]]
    """
    lines = [line for line in _LINE.finditer(page.text) if line[0].strip()]
    if page.boxes:
        yield from _boxed(page, lines)
        return
    is_barred = len(lines) > 1 and sum(len(_BAR.findall(line[0])) > 1 for line in lines) >= _BARRED * len(lines)
    sign = _TAB if "\t" in page.text else _BAR if is_barred else _GAP
    for line in lines:
        start, end = line.span()
        if sign is _BAR:
            start, end = _without_frame(page.text, start, end)
        cells = tuple(_cells(page.text, line.start(), (start, end), sign))
        if any(cell.start < cell.end for cell in cells):
            yield RowLine(cells, sign is not _GAP)


def _cells(text: str, origin: int, stretch: tuple[int, int], sign: re.Pattern[str]) -> Iterator[RowCell]:
    start, end = stretch
    for parted in sign.finditer(text, *stretch):
        if sign is not _GAP or parted.start() > start:
            yield _cell(text, start, parted.start(), origin)
        start = parted.end()
    if sign is not _GAP or start < end:
        yield _cell(text, start, end, origin)


def _cell(text: str, start: int, end: int, origin: int) -> RowCell:
    words = text[start:end]
    begins = start + len(words) - len(words.lstrip())
    ends = max(begins, start + len(words.rstrip()))
    return RowCell(begins, ends, begins - origin, ends - origin)


def _without_frame(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a line without the bars at its ends, and an empty one where it is ruled."""
    found = _cell(text, start, end, 0)
    if not any(map(str.isalnum, text[found.start : found.end])):
        return found.end, found.end
    return found.start + bool(_BAR.match(text, found.start)), found.end - bool(_BAR.match(text, found.end - 1))


def _boxed(page: Page, lines: Sequence[re.Match[str]]) -> Iterator[RowLine]:
    """Yield the lines of a picture, cut where its words stand further apart than words of one cell do."""
    for line in lines:
        words = [box for box in page.boxes if line.start() <= box.start and box.end <= line.end()]
        cells: list[RowCell] = []
        for box in words:
            if cells and not _is_apart(cells[-1], box):
                last = cells[-1]
                cells[-1] = RowCell(last.start, box.end, min(last.left, box.left), max(last.right, box.right))
            else:
                cells.append(RowCell(box.start, box.end, box.left, box.right))
        if cells:
            yield RowLine(tuple(cells), is_divided=False)


def _is_apart(cell: RowCell, box: Box) -> bool:
    return max(box.left - cell.right, cell.left - box.right) > _APART * (box.bottom - box.top)
