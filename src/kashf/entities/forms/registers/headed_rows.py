"""Tables on pages: a row of headings, and rows of what is filled in, their cells divided by tabs as readers of files divide them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from kashf.domain.document import Page
from kashf.entities.forms.cells import label_key

#: Columns and rows of a register at least.
_LEAST_COLUMNS: Final = 3
_LEAST_ROWS: Final = 3
#: Share of a page that its rows must be, so that a table within a form makes no register of it.
_MOST: Final = 0.5
#: Share of the rows of a register of which some cell has a digit, or is no other row's.
_TELLING: Final = 0.5
_LINE: Final = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_DIGIT: Final = re.compile(r"\d")

#: Where a cell begins and ends, without white space; the two are one where it is empty.
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a register.

    Args:
        page: Place of the page in the document, from 0.
        cells: One for each heading.
    """

    page: int
    cells: tuple[Place, ...]


@dataclass(slots=True)
class HeadedRows:
    """A register, or its part in one document.

    Args:
        title: The line above its headings; "" for none.
        headings: Their keys, in order of the columns; "" for a column without one.
        printed: The headings as they are printed.
        heads: Where they are printed, each with the place of the page in the document, from 0.
        rows: In order.
    """

    title: str
    headings: tuple[str, ...]
    printed: tuple[str, ...]
    heads: list[tuple[int, Place]] = field(default_factory=list)
    rows: list[TableRow] = field(default_factory=list)


def headed_rows(pages: Sequence[Page]) -> list[HeadedRows]:
    """Return the registers of a document; one that goes on over several pages is one, its headings repeated or not."""
    found: list[HeadedRows] = []
    for at, page in enumerate(pages):
        if "\t" in page.text:
            _read_page(found, at, page.text)
    return [table for table in found if _is_register(table, pages)]


def register_pages(tables: Sequence[HeadedRows]) -> frozenset[int]:
    """Return the places of the pages on which registers stand."""
    return frozenset(row.page for table in tables for row in table.rows)


def _read_page(found: list[HeadedRows], at: int, text: str) -> None:
    """Add the tables of a page; a row that goes on with the last one of the page before belongs to it."""
    table = found[-1] if found and found[-1].rows and found[-1].rows[-1].page == at - 1 else None
    above = ""
    for line in _lines(text):
        cells = tuple(line)
        filled = [cell for cell in cells if cell[0] < cell[1]]
        keys = tuple(label_key(text[start:end]) for start, end in cells)
        if len(filled) < 2 or len(cells) < 2:
            above = text[filled[0][0] : filled[0][1]] if filled else above
            table = None if len(cells) < 2 and filled else table
        elif table is not None and keys == table.headings:
            table.heads += [(at, cell) for cell in filled]
        elif table is not None and len(cells) <= len(table.headings):
            empty = (cells[-1][1], cells[-1][1])
            table.rows.append(TableRow(at, (*cells, *[empty] * (len(table.headings) - len(cells)))))
        else:
            table = _begun(text, at, cells, keys, above)
            found += [table] if table else []


def _begun(text: str, at: int, cells: Sequence[Place], keys: tuple[str, ...], title: str) -> HeadedRows | None:
    """Return the table that a row begins; None where its cells are no headings."""
    printed = tuple(text[start:end] for start, end in cells)
    named = {key for key in keys if key}
    digits = [words for words in printed if _DIGIT.search(words)]
    is_numbered = any(words.strip("().-").isdecimal() for words in digits)
    if len(cells) < _LEAST_COLUMNS or len(named) * 2 <= len(cells) or is_numbered or len(digits) * 3 > len(cells):
        return None
    return HeadedRows(title, keys, printed, [(at, cell) for cell in cells if cell[0] < cell[1]])


def _is_register(table: HeadedRows, pages: Sequence[Page]) -> bool:
    if len(table.rows) < _LEAST_ROWS:
        return False
    pages_of = {row.page for row in table.rows}
    written = sum(len(pages[at].text) for at in pages_of)
    told = sum(row.cells[-1][1] - row.cells[0][0] for row in table.rows)
    if told < _MOST * written:
        return False
    texts = [tuple(pages[row.page].text[start:end] for start, end in row.cells) for row in table.rows]
    telling = sum(any(_DIGIT.search(words) for words in row) for row in texts)
    return telling >= _TELLING * len(texts) or len(set(texts)) == len(texts)


def _lines(text: str) -> Iterator[Iterator[Place]]:
    for line in _LINE.finditer(text):
        if line[0].strip():
            yield _places(text, line.start(), line.end())


def _places(text: str, start: int, end: int) -> Iterator[Place]:
    while True:
        stop = text.find("\t", start, end)
        last = end if stop < 0 else stop
        words = text[start:last]
        begins = start + len(words) - len(words.lstrip())
        yield begins, max(begins, start + len(words.rstrip()))
        if stop < 0:
            return
        start = stop + 1
