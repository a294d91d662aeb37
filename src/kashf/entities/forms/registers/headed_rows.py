"""Lists on pages: what heads their columns, their rows, and each row that is no record, with why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import Final

from kashf.domain.document import Page
from kashf.entities.forms.cells import label_key
from kashf.entities.forms.registers.list_signs import head_anew, is_headings, is_list, is_numbered, is_sum, is_surely_list, row_number
from kashf.entities.forms.registers.row_cells import RowCell, RowLine, may_have_columns, row_lines
from kashf.entities.forms.registers.two_row_headings import joined_headings

#: Rows of one document that are records, at most, and lines of a page that are looked at: 50,000 rows of 8 columns are 400,000 values, each
#: stored with its place. A page of a million rows takes 6 CPU seconds and 360 MB so.
MOST_ROWS: Final = 50_000
#: Rows of a list without headings at least.
_LEAST_BARE: Final = 5
_LEAST_ROWS: Final = 3
#: Rows whose numbers tell that a list is numbered.
_LEAST_BEFORE: Final = 2
_LEAST_COLUMNS: Final = 3
#: Share of a page that its rows must be, so that a table within a form makes no register of it.
_MOST: Final = 0.5

#: Where a cell begins and ends, without white space; the two are one where it is empty.
Place = tuple[int, int]


class LeftOutRow(StrEnum):
    """Why a row of a list is no record."""

    #: A sum of those above it.
    SUM = "sum"
    #: Words in one cell: a title, the heading of a part, a remark.
    NOTE = "note"
    #: More of the row above, which says so too.
    GOES_ON = "goes-on"
    #: It has more cells than there are columns.
    WIDER = "wider"
    #: Nothing tells under which headings its cells stand.
    UNCLEAR = "unclear"
    #: Of a table behind the list that is none of records: of sums, or with less than three rows.
    NO_LIST = "no-list"
    #: A document has more rows than are taken for records.
    TOO_MANY = "too-many"


#: Why rows are none that belong to the list all the same.
_OF_LIST: Final = frozenset({LeftOutRow.SUM, LeftOutRow.GOES_ON, LeftOutRow.TOO_MANY})


@dataclass(slots=True)
class TableRow:
    """A row of a register.

    Args:
        page: Place of the page in the document, from 0.
        cells: One for each heading.
        goes_on: Whether more of it stands on a further line.
    """

    page: int
    cells: tuple[Place, ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class RowLeftOut:
    """A row that is no record, or several on end that are too many.

    Args:
        page: Place of the page in the document, from 0.
        place: Where it stands.
        why: Why it is none.
        rows: How many.
    """

    page: int
    place: Place
    why: LeftOutRow
    rows: int = 1


@dataclass(slots=True)
class HeadedRows:
    """A register, or its part in one document.

    Args:
        title: The line above its headings; "" for none.
        headings: Their keys, in order of the columns; "" for a column without one.
        printed: The headings as they are printed.
        heads: The rows in which they are printed, with the cells that are not empty.
        rows: In order.
        left_out: Rows that are no records, in order.
        extents: Which stretch of a line each column covers.
        head_rows: Keys of the cells of each row that heads it.
        is_sure: Whether its headings ask what lists of people ask, so that it is no form whose lines look like rows.
    """

    title: str
    headings: tuple[str, ...]
    printed: tuple[str, ...]
    heads: list[TableRow] = field(default_factory=list)
    rows: list[TableRow] = field(default_factory=list)
    left_out: list[RowLeftOut] = field(default_factory=list)
    extents: tuple[tuple[int, int], ...] = ()
    head_rows: tuple[tuple[str, ...], ...] = ()
    is_sure: bool = False

    def numbered_by(self, text: str) -> tuple[int, ...]:
        """Return which of the outer columns numbers the rows on: its last two cells on a page are numbers that follow each other."""
        if len(self.rows) < _LEAST_BEFORE or self.rows[-1].page != self.rows[-2].page:
            return ()
        outer = (0, len(self.headings) - 1)
        pairs = [(at, [row_number(text[slice(*row.cells[at])]) for row in self.rows[-2:]]) for at in outer]
        return tuple(at for at, (one, other) in pairs if one is not None and other == one + 1)


def headed_rows(pages: Sequence[Page]) -> list[HeadedRows]:
    """Return the registers of a document; one that goes on over several pages is one, its headings repeated or not.

    What stands behind the headings of a register, up to the next one, is one of its rows, a heading again, or left out of it with why.
    """
    reading = _Reading()
    for at, page in enumerate(pages):
        reading.read(at, page)
    found: list[HeadedRows] = []
    for table in reading.found:
        if _is_register(table, pages):
            table.is_sure = is_surely_list(table.printed, [_texts(pages, row) for row in table.rows])
            found.append(table)
        elif found:
            found[-1].left_out += _no_list(table)
    return found


def register_pages(tables: Sequence[HeadedRows]) -> frozenset[int]:
    """Return the places of the pages on which registers stand."""
    return frozenset(row.page for table in tables for row in table.rows)


@dataclass(slots=True)
class _Reading:
    """The tables of a document, as far as it was read.

    Args:
        found: What looks like a list, in order.
        open: The one that the next page may go on with: a page that has none of its rows ends it.
        rows: How many rows were taken for records.
    """

    found: list[HeadedRows] = field(default_factory=list)
    open: HeadedRows | None = None
    rows: int = 0

    def read(self, at: int, page: Page) -> None:
        """Add the tables of a page; a row that goes on with the last one of the page before belongs to it."""
        if self.open is None and not may_have_columns(page):
            return
        lines, text, above, nth = list(islice(row_lines(page), MOST_ROWS)), page.text, "", 0
        if not lines:
            return
        table = before = self.open
        left_out = len(before.left_out) if before else 0
        while nth < len(lines):
            row, taken = lines[nth], 1
            if table and _repeats(text, row, table):
                table.heads.append(_head(at, row))
            elif len(row.cells) > 1 and (begun := _begun(text, at, lines[nth : nth + _LEAST_BARE + 1], above, known=table)):
                table, taken = begun
                self.found.append(table)
            elif table:
                self._take(text, at, row, table)
            above = _told(text, row.filled[0]) if len(row.filled) == 1 else ""
            nth += taken
        if table:
            table.left_out += _beyond(text, at, lines[-1].cells[-1].end) if len(lines) == MOST_ROWS else ()
        if before and not any(rows and rows[-1].page == at for rows in (before.rows, before.heads)) and table is before:
            del before.left_out[left_out:]
            table = None
        self.open = table

    def _take(self, text: str, at: int, row: RowLine, table: HeadedRows) -> None:
        """Take a row under some headings for a record, or say why it is none."""
        cells = _under(row, table)
        why = _why_not(text, row, cells, table)
        if why is None and not isinstance(cells, LeftOutRow) and self.rows < MOST_ROWS:
            table.rows.append(TableRow(at, cells))
            self.rows += 1
            return
        last = table.left_out[-1] if table.left_out else None
        if why is None and last and last.why is LeftOutRow.TOO_MANY and last.page == at:
            place = (last.place[0], _stretch(row)[1])
            table.left_out[-1] = RowLeftOut(at, place, LeftOutRow.TOO_MANY, last.rows + 1)
            return
        if why is LeftOutRow.GOES_ON:
            table.rows[-1].goes_on = True
        table.left_out.append(RowLeftOut(at, _stretch(row), why or LeftOutRow.TOO_MANY))


def _begun(text: str, at: int, lines: Sequence[RowLine], title: str, *, known: HeadedRows | None) -> tuple[HeadedRows, int] | None:
    """Return the list that a row begins, and how many rows head it; None where it begins none."""
    first = lines[0]
    if known and known.rows and any(row_number(_told(text, cell)) is not None for cell in first.filled):
        return None
    told = [tuple(_told(text, cell) for cell in row.cells) for row in lines]
    two = joined_headings(told[:3]) if first.is_divided else None
    printed = two or told[0]
    may_head = known is None or (title and len(printed) > len(known.headings))
    if is_headings(printed, is_divided=first.is_divided) and (may_head or head_anew(printed)):
        rows = 2 if two else 1
        return HeadedRows(
            title,
            tuple(map(label_key, printed)),
            printed,
            [_head(at, row) for row in lines[:rows]],
            extents=tuple((cell.left, cell.right) for cell in first.cells),
            head_rows=tuple(tuple(map(label_key, row)) for row in told[:rows]),
        ), rows
    if known or len(lines) <= _LEAST_BARE or len(printed) < _LEAST_COLUMNS or not first.is_divided or not is_numbered(told):
        return None
    return HeadedRows(title, ("",) * len(printed), ("",) * len(printed)), 0


def _beyond(text: str, at: int, end: int) -> list[RowLeftOut]:
    """Return the lines behind a place as rows that are too many."""
    rest = text[end:]
    rows = sum(1 for line in rest.splitlines() if line.strip())
    return [RowLeftOut(at, (end + len(rest) - len(rest.lstrip()), len(text)), LeftOutRow.TOO_MANY, rows)] if rows else []


def _why_not(text: str, row: RowLine, cells: tuple[Place, ...] | LeftOutRow, table: HeadedRows) -> LeftOutRow | None:
    """Return why a row is no record; None where it is one."""
    if is_sum(_told(text, cell) for cell in row.filled):
        return LeftOutRow.SUM
    is_within = len(row.cells) > 1 or not row.is_divided
    if is_within and not isinstance(cells, LeftOutRow) and len(row.filled) * 2 <= len(cells) and _goes_on(text, cells, table):
        return LeftOutRow.GOES_ON
    if len(row.filled) == 1:
        return LeftOutRow.NOTE
    return cells if isinstance(cells, LeftOutRow) else None


def _goes_on(text: str, cells: Sequence[Place], table: HeadedRows) -> bool:
    """Return whether a row without a number goes on with the one above, in a list whose rows are numbered."""
    return any(start == end for start, end in (cells[at] for at in table.numbered_by(text)))


def _under(row: RowLine, table: HeadedRows) -> tuple[Place, ...] | LeftOutRow:
    """Return the cells of a row under the headings of a list, or why that cannot be told."""
    columns = len(table.headings)
    cells = row.cells
    while len(cells) > columns and cells[-1].start == cells[-1].end:
        cells = cells[:-1]
    if len(cells) > columns:
        return LeftOutRow.WIDER
    if len(cells) == columns:
        return tuple(cell.place for cell in cells)
    if row.is_divided:
        empty = (cells[-1].end, cells[-1].end)
        return (*(cell.place for cell in cells), *[empty] * (columns - len(cells)))
    return _laid(cells, table.extents)


def _laid(cells: Sequence[RowCell], extents: Sequence[tuple[int, int]]) -> tuple[Place, ...] | LeftOutRow:
    """Return cells under the headings that they stand under; what stands under none or several makes the row unclear."""
    found: dict[int, RowCell] = {}
    for cell in cells:
        over = [at for at, (left, right) in enumerate(extents) if min(right, cell.right) > max(left, cell.left)]
        if len(over) != 1 or over[0] in found:
            return LeftOutRow.UNCLEAR
        found[over[0]] = cell
    end = cells[-1].end
    return tuple(found[at].place if at in found else (end, end) for at in range(len(extents)))


def _repeats(text: str, row: RowLine, table: HeadedRows) -> bool:
    """Return whether a row prints headings of a list again: all of them, or one of the two rows that head it."""
    if not table.head_rows or row_number(_told(text, row.filled[0])) is not None:
        return False
    filled = [key for cell in row.filled if (key := label_key(_told(text, cell)))]
    if not filled or len(filled) * 2 <= len(row.filled):
        return False
    return tuple(filled) in {tuple(key for key in keys if key) for keys in table.head_rows}


def _is_register(table: HeadedRows, pages: Sequence[Page]) -> bool:
    rows = table.rows
    if len(rows) < (_LEAST_ROWS if any(table.headings) else _LEAST_BARE):
        return False
    written = sum(len(pages[at].text) for at in {row.page for row in rows})
    told = sum(row.cells[-1][1] - row.cells[0][0] for row in (*table.heads, *rows))
    told += sum(end - start for start, end in (each.place for each in table.left_out if each.why in _OF_LIST))
    return told >= _MOST * written and is_list(table.printed, [_texts(pages, row) for row in rows])


def _no_list(table: HeadedRows) -> list[RowLeftOut]:
    """Return all of a table that is no list of records as rows left out of the list before it."""
    rows = [RowLeftOut(row.page, (row.cells[0][0], row.cells[-1][1]), LeftOutRow.NO_LIST) for row in (*table.heads, *table.rows)]
    return [*rows, *table.left_out]


def _texts(pages: Sequence[Page], row: TableRow) -> tuple[str, ...]:
    return tuple(pages[row.page].text[start:end] for start, end in row.cells)


def _told(text: str, cell: RowCell) -> str:
    return text[cell.start : cell.end]


def _head(at: int, row: RowLine) -> TableRow:
    return TableRow(at, tuple(cell.place for cell in row.filled))


def _stretch(row: RowLine) -> Place:
    return row.filled[0].start, row.filled[-1].end
