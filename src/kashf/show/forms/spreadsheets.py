"""Sheets for spreadsheets, as CSV and as XLSX: no cell can be a formula, whatever it says."""

from __future__ import annotations

import csv
import datetime as dt
import io
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

Cell = str | int | float | None

#: Signs with which a formula begins, in any width and form of letters, and what some programs strip and look again. Source: OWASP, "CSV
#: Injection".
_FORMULA_SIGNS: Final = frozenset("=+-@")
_STRIPPED: Final = ("\t", "\r", "\n")
#: Characters that a cell holds. Source: Excel specifications and limits (32,767), less room for our mark.
_LONGEST: Final = 32_000
_CUT: Final = " […]"
#: What XLSX files of ours say of when they were made, so that they do not tell when somebody worked, and equal tables give equal files.
_NO_TIME: Final = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - the format has no time zones


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One sheet.

    Args:
        name: What its tab says; 31 characters at most.
        rows: Its cells, the first row being the names of the columns.
    """

    name: str
    rows: Sequence[Sequence[Cell]]


def harmless(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet calculates: text that could be a formula gets an apostrophe before it.

    >>> harmless("=1+1"), harmless(" @SUM(A1)"), harmless("order 12"), harmless(-3)
    ("'=1+1", "' @SUM(A1)", 'order 12', -3)
    """
    if not isinstance(cell, str):
        return cell
    # What no program shows before the first sign may be stripped by one that looks again.
    first = next((sign for sign in cell if unicodedata.category(sign)[0] not in "CZ"), "")
    is_formula = cell.startswith(_STRIPPED) or unicodedata.normalize("NFKC", first)[:1] in _FORMULA_SIGNS
    return "'" + cell if is_formula else cell


def csv_bytes(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows as a CSV file: UTF-8 with its mark, every cell quoted."""
    stream = io.StringIO()
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return ("\ufeff" + stream.getvalue()).encode("utf-8", "replace")


def xlsx_bytes(sheets: Iterable[Worksheet]) -> bytes:
    """Return sheets as an XLSX file; it is made in memory alone, so that nothing of it is left in a folder for temporary files."""
    import xlsxwriter  # Few commands write one.

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": _NO_TIME})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            for at, row in enumerate(sheet.rows):
                for column, cell in enumerate(map(harmless, row)):
                    if isinstance(cell, str):
                        page.write_string(at, column, _short(cell))
                    elif cell is not None:
                        page.write_number(at, column, cell)
    return stream.getvalue()


def _short(text: str) -> str:
    whole = text.encode("utf-8", "replace").decode()
    return whole if len(whole) <= _LONGEST else whole[:_LONGEST] + _CUT
