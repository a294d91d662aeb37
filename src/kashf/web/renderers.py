"""The same screens for programs and spreadsheets: JSON, and CSV in which no cell can be a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Final

from starlette.responses import Response, StreamingResponse

from kashf.show.forms.spreadsheets import Cell, harmless
from kashf.show.plain import as_json as json_text

#: Characters of a table that are sent at once.
_PIECE: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """What a spreadsheet gets.

    Args:
        name: Of the file, without ending; ASCII.
        header: Names of the columns.
        rows: Cells in the order of the header; gone through once, while they are sent.
    """

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def as_json(value: object, *, status: int = 200) -> Response:
    """Return a value as JSON, as the command line prints it."""
    return Response(json_text(value), status, media_type="application/json")


def as_csv(sheet: Spreadsheet, *, until_sent: AbstractContextManager[object]) -> Response:
    """Return a file for spreadsheets: UTF-8 with its mark, every cell quoted, formulas made harmless.

    Args:
        sheet: What stands in it.
        until_sent: What its rows are read from; left when the last is sent.
    """
    disposition = f'attachment; filename="{sheet.name}.csv"'
    pieces = _csv_pieces(sheet, until_sent)
    return StreamingResponse(pieces, media_type="text/csv; charset=utf-8", headers={"Content-Disposition": disposition})


def _csv_pieces(sheet: Spreadsheet, until_sent: AbstractContextManager[object]) -> Iterator[bytes]:
    """Yield the file a piece at a time, so that its length costs no memory."""
    stream = io.StringIO("\ufeff")
    stream.seek(1)
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
    writer.writerow(sheet.header)
    with until_sent:
        for row in sheet.rows:
            writer.writerow([harmless(cell) for cell in row])
            if stream.tell() > _PIECE:
                yield stream.getvalue().encode("utf-8", "replace")
                stream.seek(0)
                stream.truncate()
    yield stream.getvalue().encode("utf-8", "replace")
