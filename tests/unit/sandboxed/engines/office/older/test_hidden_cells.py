from __future__ import annotations

import struct

from kashf.sandboxed.engines.office.marked_text import joined
from kashf.sandboxed.engines.office.older import hidden_cells
from kashf.sandboxed.engines.office.older.hidden_cells import HiddenCells


def record(kind: int, content: bytes = b"") -> bytes:
    """Return a record."""
    return struct.pack("<HH", kind, len(content)) + content


def row(number: int, *, is_hidden: bool) -> bytes:
    """Return a row."""
    return record(0x0208, struct.pack("<HHHHHHBBH", number, 0, 3, 255, 0, 0, 0x20 if is_hidden else 0, 1, 0))


def book(*sheets: bytes) -> bytes:
    """Return a workbook of sheets."""
    begin, end = record(0x0809, bytes(16)), record(0x000A)
    head = begin + b"".join(record(0x0085, bytes(8)) for _ in sheets) + end
    bodies = [begin + sheet + end for sheet in sheets]
    starts = [len(head) + sum(map(len, bodies[:place])) for place in range(len(sheets))]
    head = begin + b"".join(record(0x0085, struct.pack("<L", start) + bytes(4)) for start in starts) + end
    return head + b"".join(bodies)


def test_rows_and_columns_of_each_sheet_are_told_apart_from_those_of_charts_in_it() -> None:
    chart = record(0x0809, bytes(16)) + record(0x000A)
    columns = record(0x007D, struct.pack("<HHHHHH", 2, 4, 256, 0, 1, 0))
    found = hidden_cells.hidden_cells(book(row(0, is_hidden=False) + chart + row(7, is_hidden=True), columns))

    assert [HiddenCells({7}, set()), HiddenCells(set(), {2, 3, 4})] == found


def test_a_sheet_that_says_it_has_all_columns_costs_no_more_than_there_are() -> None:
    [sheet] = hidden_cells.hidden_cells(book(record(0x007D, struct.pack("<HHHHHH", 0, 0xFFFF, 0, 0, 1, 0))))

    assert 257 == len(sheet.columns)


def test_hidden_rows_and_cells_are_marked() -> None:
    rows = [["a", "b"], ["", ""], ["c", ""]]
    text, marks = joined(hidden_cells.lines(rows, HiddenCells({2}, {4}), first_column=3))

    assert "a\tb\nc" == text
    assert ["b\nc"] == [text[mark.start : mark.end] for mark in marks]


def test_bytes_that_are_no_workbook_hide_nothing() -> None:
    assert [] == hidden_cells.of_file(b"\xd0\xcf\x11\xe0 no more")
