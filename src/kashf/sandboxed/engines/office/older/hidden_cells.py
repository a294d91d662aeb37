"""Which rows and columns of a workbook of before 2007 are hidden. Source: MS-XLS."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import olefile  # type: ignore[import-untyped]  # it ships no types

from kashf.domain.document import MarkKind
from kashf.sandboxed.engines.office.marked_text import Line, Stretch
from kashf.sandboxed.engines.office.older.ole_faults import OLE_FAULTS

#: Records: where a sheet begins and what it is, beginning and end of it, a row, columns. Source: MS-XLS 2.4.28, 2.4.21, 2.4.221, 2.4.53.
_SHEET, _BEGIN, _END, _ROW, _COLUMNS = 0x0085, 0x0809, 0x000A, 0x0208, 0x007D
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 0x01
_HEAD: Final = struct.Struct("<HH")
#: Columns that such a sheet may have.
_MOST_COLUMNS: Final = 256


@dataclass(slots=True)
class HiddenCells:
    """Rows and columns of one sheet that are hidden, from 0."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)


def hidden_cells(workbook: bytes) -> list[HiddenCells]:
    """Return what is hidden of each sheet, charts among them, in the order of the workbook.

    Args:
        workbook: The stream Workbook.
    """
    starts = [int.from_bytes(content[:4], "little") for kind, content in _records(workbook, 0) if kind == _SHEET]
    found = {start: _of_sheet(workbook, start) for start in set(starts)}
    return [found[start] for start in starts]


def of_file(content: bytes) -> list[HiddenCells]:
    """Return what is hidden of each sheet of a file; nothing for one that is damaged."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            name = next((name for name in ("Workbook", "Book") if ole.exists(name)), "")
            return hidden_cells(ole.openstream(name).read()) if name else []
    except OLE_FAULTS:
        return []


def lines(rows: Iterable[Sequence[str]], hidden: HiddenCells, *, first_column: int) -> Iterator[Line]:
    """Yield the rows of a sheet, from its first one, with what is hidden in them.

    Args:
        rows: Their cells as text.
        hidden: What is hidden of the sheet.
        first_column: Of which the first cell of each row is.
    """
    for number, row in enumerate(rows):
        kind = MarkKind.HIDDEN if number in hidden.rows else None
        stretches: list[Stretch] = []
        for column, text in enumerate(row, start=first_column):
            stretches += [("\t", kind)] if column > first_column else []
            stretches += [(text, MarkKind.HIDDEN if column in hidden.columns else kind)] if text else []
        yield stretches


def _of_sheet(workbook: bytes, start: int) -> HiddenCells:
    hidden, depth = HiddenCells(), 0
    for kind, content in _records(workbook, start):
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0:
            break
        if kind == _ROW and len(content) >= 13 and content[12] & _HIDDEN_ROW:
            hidden.rows.add(int.from_bytes(content[:2], "little"))
        elif kind == _COLUMNS and len(content) >= 9 and content[8] & _HIDDEN_COLUMN:
            first, last = struct.unpack_from("<HH", content)
            hidden.columns.update(range(first, min(last, _MOST_COLUMNS) + 1))
    return hidden


def _records(workbook: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield kind and content of the records from some place on, to the end of the stream."""
    while at + _HEAD.size <= len(workbook):
        kind, length = _HEAD.unpack_from(workbook, at)
        yield kind, workbook[at + _HEAD.size : at + _HEAD.size + length]
        at += _HEAD.size + length
