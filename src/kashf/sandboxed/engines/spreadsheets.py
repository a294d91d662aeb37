"""Tables: CSV by the standard library, spreadsheets by calamine. A row is a line, its cells are divided by tabs.

Dates are written as ISO days, so that nobody takes the month for the day; hidden sheets are read like the others. What Office Open XML
keeps beside the cells (comments, text boxes, headers, targets of links) follows on a page of its own.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from importlib.metadata import version as _installed
from platform import python_version
from typing import IO, Any

from lxml import etree

from kashf.domain.document import Mark, MarkKind, Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines.office.excel.sheet import HEADER_CODES
from kashf.sandboxed.engines.office.excel.workbook import CONNECTION_ATTRIBUTES
from kashf.sandboxed.engines.office.marked_text import joined
from kashf.sandboxed.engines.office.older import hidden_cells
from kashf.sandboxed.engines.office.older.hidden_cells import HiddenCells
from kashf.sandboxed.engines.office.package import parse_xml
from kashf.sandboxed.engines.plaintext import Decode, decoded_text

_CSV_TYPES = frozenset({"text/csv", "text/tab-separated-values"})
_OOXML = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_SPREADSHEETS = frozenset(
    {
        *(f"{_OOXML}sheet", f"{_OOXML}template", "application/vnd.ms-excel", "application/vnd.oasis.opendocument.spreadsheet"),
        *(f"application/vnd.ms-excel.{kind}.macroenabled.12" for kind in ("sheet", "template", "addin")),
        "application/vnd.ms-excel.sheet.binary.macroenabled.12",
    }
)
_OLE = b"\xd0\xcf\x11\xe0"
_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 100
#: Parts of an Office Open XML workbook that hold words outside the cells; the third kind only in headers and footers.
_BESIDE_CELLS = re.compile(
    r"xl/(?:connections|comments[/\w]*|threadedComments/.+|drawings/(?!_rels|vml).+|charts/chart\d+|worksheets/sheet\d+|worksheets/_rels/.+)\.(?:xml|rels)$"
)
_WORDS = frozenset({"t", "text", "v", "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"})
_MAX_PART_BYTES = 64 << 20
#: Bytes at the end of a sheet in which its headers and footers stand.
_HEADER_BYTES = 1 << 20


class CsvReader:
    """Reads values divided by commas, semicolons, tabs or bars.

    Args:
        decode: Returns text and encoding of some bytes, or None when they are not text.
    """

    name = "csv"
    version = f"1/{python_version()}"

    def __init__(self, decode: Decode) -> None:
        self._decode = decode

    def reads(self, type: str) -> bool:
        """Return whether `type` is CSV or TSV."""
        return type in _CSV_TYPES

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page.

        Raises:
            EngineError: Not text, too long, or no table after all.
        """
        text, encoding = decoded_text(source, self._decode, limits=limits)
        csv.field_size_limit(limits.text_characters)
        try:
            rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
            return Extract((Page(1, "\n".join(_lines(rows))),), {"encoding": encoding})
        except csv.Error as error:
            raise EngineError(Reason.DAMAGED, "no table after all") from error


class SpreadsheetReader:
    """Reads XLSB, XLS and ODS; XLSX where its own reader does not."""

    name = "calamine"
    version = f"2/{_installed('python-calamine')}"

    def warm_up(self) -> None:
        """Load the library."""
        import python_calamine  # noqa: F401 - loading it is the point

    def reads(self, type: str) -> bool:
        """Return whether `type` is a spreadsheet."""
        return type in _SPREADSHEETS

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page for each sheet, its name in the first line; what is beside the cells comes last.

        Raises:
            EngineError: Encrypted or damaged.
        """
        import python_calamine as calamine

        content = source.read()
        try:
            with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
                names = book.sheet_names[: limits.pages]
                count = len(book.sheet_names)
                cells = hidden_cells.of_file(content) if content.startswith(_OLE) else []
                cells = cells if len(cells) == count else []
                sheets = [
                    _sheet(book.get_sheet_by_name(name), name, next(iter(cells[place : place + 1]), None))
                    for place, name in enumerate(names)
                ]
                hidden = [each.name for each in book.sheets_metadata if each.visible is not calamine.SheetVisibleEnum.Visible]
        except calamine.PasswordError as error:
            raise EngineError(Reason.ENCRYPTED, "the workbook needs a password") from error
        except (calamine.CalamineError, OSError, ValueError) as error:
            raise EngineError(Reason.DAMAGED, "calamine cannot parse the workbook") from error
        left_out: list[str] = []
        beside = "\n".join(_beside_cells(content, left_out)) if content.startswith(b"PK") else ""
        pages = tuple(
            Page(
                number,
                text,
                marks=(Mark(0, len(text), MarkKind.HIDDEN),) if number <= len(names) and names[number - 1] in hidden else marks,
            )
            for number, (text, marks) in enumerate((*sheets, *([(beside, ())] if beside else ())), start=1)
        )
        metadata = {"sheets": str(count)} | ({"hidden-sheets": "; ".join(hidden)} if hidden else {})
        if left_out:
            detail = f"comments or drawings that are larger than {_MAX_PART_BYTES} bytes were not read"
            return Extract(pages, metadata, Status.PARTIAL, Reason.TOO_LARGE, detail)
        return Extract(pages, metadata).cut_after(limits.pages, count, "sheets")


def _sheet(sheet: Any, name: str, hidden: HiddenCells | None) -> tuple[str, tuple[Mark, ...]]:
    """Return the text of a sheet, its name first, and marks on what is hidden of it."""
    if hidden is None or not (hidden.rows or hidden.columns):
        return "\n".join((name, *_lines(sheet.iter_rows()))), ()
    rows = ([_cell(value) for value in row] for row in sheet.iter_rows())
    first_column = sheet.start[1] if sheet.start else 0
    return joined([[(name, None)], *hidden_cells.lines(rows, hidden, first_column=first_column)])


def _delimiter(text: str) -> str:
    """Return what divides the cells: that by which most rows have the same number of them, and more than one."""
    sample = text.splitlines()[:_SAMPLE_ROWS]

    def agreement(delimiter: str) -> tuple[float, int]:
        widths = [len(row) for row in csv.reader(sample, delimiter=delimiter) if row]
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) / len(widths) if usual > 1 else 0.0, usual)

    return max(_DELIMITERS, key=agreement)


def _lines(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Yield one line a row, without the empty cells at its end; rows without any value are left out."""
    for row in rows:
        line = "\t".join(map(_cell, row)).rstrip()
        if line:
            yield line


def _cell(value: object) -> str:
    """Return a value as a person would note it."""
    if isinstance(value, str):
        return " ".join(value.split()) if "\n" in value or "\t" in value or "\r" in value else value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) <= 2**53:
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    return str(value)


def _beside_cells(content: bytes, left_out: list[str]) -> Iterator[str]:
    """Yield the texts that an Office Open XML workbook keeps outside its cells; the names of parts that are too large go to `left_out`."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for part in package.infolist():
            if not _BESIDE_CELLS.match(part.filename):
                continue
            with package.open(part) as file:
                if part.filename.startswith("xl/worksheets/sheet"):
                    xml = _last(file, _HEADER_BYTES)
                    if (at := xml.rfind(b"<headerFooter")) >= 0:
                        yield from _part_texts(xml[at:], is_sheet=True)
                    continue
                xml = file.read(_MAX_PART_BYTES + 1)
            if len(xml) > _MAX_PART_BYTES:
                left_out.append(part.filename)
            else:
                yield from _part_texts(xml, is_sheet=False)


def _last(file: IO[bytes], count: int) -> bytes:
    """Return the last bytes of a part."""
    kept = b""
    while chunk := file.read(count):
        kept = (kept + chunk)[-count:]
    return kept


def _part_texts(xml: bytes, *, is_sheet: bool) -> Iterator[str]:
    root = parse_xml(xml)
    if root is None:
        return
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if name == "Relationship" and element.get("TargetMode") == "External":
            yield element.get("Target", "")
        elif name in CONNECTION_ATTRIBUTES:
            yield from filter(None, (element.get(key) for key in CONNECTION_ATTRIBUTES[name]))
        elif name in _WORDS and element.text and element.text.strip():
            yield HEADER_CODES.sub(" ", element.text).strip() if is_sheet else element.text.strip()
