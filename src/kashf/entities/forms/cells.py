"""A page cut where a form may print something: its lines, cells of tables, two pairs on a line, and what in each may be a label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from kashf.language.words.tokens import folded_words

#: Words and code points of a label at most: longer ones are sentences.
_LONGEST: Final = 14
_LONGEST_TEXT: Final = 120
#: What parts cells: ends of lines, tabs (the readers' sign between cells of a table), the bar, and gaps that nobody types between words.
_CELL: Final = re.compile(r"(?:(?![ \u00a0]{3})[^\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029|¦│])+")
_LINE_END: Final = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
#: The number of a field: (7), 7., ٧-, "7 ". No date, no sum: a letter comes next.
_NUMBER: Final = re.compile(r"[\s(\[{#°№]*(\d{1,3})\s*[)\]}.،,:\-–—/ـ_°]*\s*(?=[^\W\d]|[\"'«“(])")
#: What stands between a label and its value; a colon between digits is a time, one before slashes an address of the web.
_SEPARATOR: Final = re.compile(r"[\s.…_‥]*(?:(?<!\d)[:：﹕︓∶](?!//)|[:：](?![\d/])|\.{3,}|…+|_{3,}|ـ{4,})[\s.…_‥:：]*")
#: What may stand there where nothing better does.
_WEAK_SEPARATOR: Final = re.compile(r"\s*(?:\s[-–—=]\s|=|/\s)\s*")


class FormCell(NamedTuple):
    """A stretch of a line in which one label may stand.

    Attributes:
        line: Which line of the page, from 0.
        column: Which cell of the line, from 0.
        start: Its first code point that is no space.
        end: One past the last that is none.
        number: The number before the label in ASCII digits; "" without one.
        label: Where the label would begin.
        label_end: Where it ends; `end` where nothing parts it from a value.
        value: Where the value would begin; `end` where nothing parts it from a label.
    """

    # A tuple, since a page has hundreds of them: a frozen dataclass takes longer to make.
    line: int
    column: int
    start: int
    end: int
    number: str
    label: int
    label_end: int
    value: int

    @property
    def is_parted(self) -> bool:
        """Whether something stands between what may be a label and what may be a value."""
        return self.label_end < self.end


def cells(text: str) -> list[FormCell]:
    r"""Return the cells of a page in order; none is empty.

    >>> text = "٧ الواسطة: سالم\t8) Date: 3:30"
    >>> [(cell.column, cell.number, text[cell.label : cell.label_end], text[cell.value : cell.end]) for cell in cells(text)]
    [(0, '7', 'الواسطة', 'سالم'), (1, '8', 'Date', '3:30')]
    """
    found: list[FormCell] = []
    line, column, done = 0, 0, 0
    for piece in _CELL.finditer(text):
        ends = len(_LINE_END.findall(text, done, piece.start()))
        line, column = (line + ends, 0) if ends else (line, column)
        done = piece.end()
        cell = _cell(text, line, column, *_trimmed(text, *piece.span()))
        if cell is not None:
            found.append(cell)
            column += 1
    return found


@lru_cache(maxsize=1 << 16)
def label_key(text: str) -> str:
    """Return the folded words of what may be a label, joined by single spaces; "" for what can be none.

    >>> label_key(" الاسم واللَّقب "), label_key("12/3")
    ('الاسم واللقب', '')
    """
    if len(text) > _LONGEST_TEXT:
        return ""
    words = folded_words(text)
    if len(words) > _LONGEST or not any(len(word) > 1 and not word.isdecimal() for word in words):
        return ""
    return " ".join(words)


def lines_of(found: list[FormCell]) -> Iterator[list[FormCell]]:
    """Yield the cells of each line that has any."""
    row: list[FormCell] = []
    for cell in found:
        if row and row[0].line != cell.line:
            yield row
            row = []
        row.append(cell)
    if row:
        yield row


def _cell(text: str, line: int, column: int, start: int, end: int) -> FormCell | None:
    if start >= end:
        return None
    number = _NUMBER.match(text, start, end)
    label = number.end() if number else start
    parted = _SEPARATOR.search(text, label, end)
    digits = str(int(number[1])) if number else ""
    if parted is None or parted.start() == label:
        return FormCell(line, column, start, end, digits, label, end, end)
    return FormCell(line, column, start, end, digits, label, parted.start(), parted.end())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
