"""Forms as plain text, web pages, Word and Excel files; the same form gives the same bytes."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from io import BytesIO
from random import Random

import openpyxl  # type: ignore[import-untyped]  # openpyxl ships no types
from openpyxl.styles import Border, Side  # type: ignore[import-untyped]  # openpyxl ships no types
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]  # openpyxl ships no types

from examples.siege.forms.filling import Piece
from examples.siege.forms.layout import Block, Grid, Line, Page, Pieces
from examples.siege.office import frozen_zip, template

_CORE = (
    b'<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties '
    b'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" '
    b'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    b'<dcterms:modified xsi:type="dcterms:W3CDTF">2014-06-01T08:00:00Z</dcterms:modified></cp:coreProperties>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class Sheets:
    """The pages of a file, in one direction of writing; `fonts` are the families it may be set in, if not all."""

    pages: tuple[Page, ...]
    rtl: bool
    language: str
    fonts: tuple[str, ...] = ()


def write_txt(sheets: Sheets, rng: Random) -> bytes:
    """Return the pages as UTF-8, in three of ten with the line ends of Windows."""
    text = "\n\n".join("\n".join(_typed(block) for block in page) for page in sheets.pages) + "\n"
    return (text.replace("\n", "\r\n") if rng.random() < 0.3 else text).encode()


def _typed(block: Block) -> str:
    match block:
        case Line():
            indent = {"start": "", "center": " " * 12, "end": " " * 24}[block.align]
            return indent + "".join(f"~~{piece.text}~~" if piece.style == "struck" else piece.text for piece in block.pieces)
        case Grid():
            return "\n".join("\t".join(_plain(cell) for cell in row) for row in block.rows)
    return f"({block.words})"


def _plain(pieces: Pieces) -> str:
    return "".join(piece.text for piece in pieces)


def write_html(sheets: Sheets, _rng: Random) -> bytes:
    """Return the pages as a saved web page."""
    body = "\n<hr>\n".join("\n".join(_marked_up(block) for block in page) for page in sheets.pages)
    direction = "rtl" if sheets.rtl else "ltr"
    head = f'<!DOCTYPE html>\n<html lang="{sheets.language}" dir="{direction}"><head><meta charset="utf-8"><title>1</title></head>'
    return f"{head}\n<body>\n{body}\n</body></html>\n".encode()


def _marked_up(block: Block) -> str:
    match block:
        case Line():
            tag = "h2" if block.bold else "p"
            return f'<{tag} align="{block.align}">{_inline(block.pieces)}</{tag}>'
        case Grid():
            rows = (
                "<tr>" + "".join(f"<td{_span(block, row, place)}>{_inline(cell)}</td>" for place, cell in enumerate(row)) + "</tr>"
                for row in block.rows
            )
            return '<table border="1">\n' + "\n".join(rows) + "\n</table>"
    return f'<p class="stamp"><i>{escape(block.words)}</i></p>'


def _span(grid: Grid, row: tuple[Pieces, ...], place: int) -> str:
    columns = _columns(grid, row, place)
    return f' colspan="{columns}"' if columns > 1 else ""


def _columns(grid: Grid, row: tuple[Pieces, ...], place: int) -> int:
    """Return over how many columns a cell goes: the last of a short row over all that are left."""
    return len(grid.shares) - place if place == len(row) - 1 else 1


def _inline(pieces: Pieces) -> str:
    wrap = {"struck": "<s>{}</s>", "option": "<s>{}</s>", "note": "<i>{}</i>"}
    return "".join(wrap.get(piece.style, "{}").format(escape(piece.text).replace("\n", "<br>")) for piece in pieces)


def write_docx(sheets: Sheets, _rng: Random) -> bytes:
    """Return the pages as a Word file, a page break between them."""
    pages = (
        "".join(_paragraphs(block, rtl=sheets.rtl) for block in page) + ("" if last else '<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
        for page, last in _with_last(sheets.pages)
    )
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_WORD}"><w:body>{"".join(pages)}<w:sectPr/></w:body></w:document>'
    )
    return frozen_zip(template(), {"docProps/core.xml": _CORE, "word/document.xml": document.encode()})


def _with_last(pages: tuple[Page, ...]) -> Iterable[tuple[Page, bool]]:
    return ((page, number == len(pages)) for number, page in enumerate(pages, start=1))


def _paragraphs(block: Block, *, rtl: bool) -> str:
    match block:
        case Line():
            return _paragraph(block.pieces, rtl=rtl, align=block.align, bold=block.bold)
        case Grid():
            rows = (
                "<w:tr>" + "".join(_cell(cell, _columns(block, row, place), rtl=rtl) for place, cell in enumerate(row)) + "</w:tr>"
                for row in block.rows
            )
            edges = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
            columns = "".join(f'<w:gridCol w:w="{share * 900}"/>' for share in block.shares)
            direction = "<w:bidiVisual/>" if rtl else ""
            looks = f"<w:tblPr>{direction}<w:tblBorders>{edges}</w:tblBorders></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
            return f"<w:tbl>{looks}{''.join(rows)}</w:tbl><w:p/>"
    return _paragraph((Piece(block.words, "note"),), rtl=rtl, align="end")


def _cell(pieces: Pieces, columns: int, *, rtl: bool) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f"<w:tc><w:tcPr>{span}</w:tcPr>{_paragraph(pieces, rtl=rtl)}</w:tc>"


def _paragraph(pieces: Pieces, *, rtl: bool, align: str = "start", bold: bool = False) -> str:
    looks = ("<w:bidi/>" if rtl else "") + f'<w:jc w:val="{align}"/>'
    return f"<w:p><w:pPr>{looks}</w:pPr>{''.join(_run(piece, rtl=rtl, bold=bold) for piece in pieces)}</w:p>"


def _run(piece: Piece, *, rtl: bool, bold: bool) -> str:
    looks = "".join((
        "<w:b/>" if bold else "",
        "<w:i/>" if piece.style == "note" else "",
        "<w:strike/>" if piece.style in {"struck", "option"} else "",
        "<w:rtl/>" if rtl else "",
    ))  # fmt: skip
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(words)}</w:t>' for words in piece.text.split("\n"))
    return f"<w:r><w:rPr>{looks}</w:rPr>{words}</w:r>"


def write_xlsx(sheets: Sheets, rng: Random) -> bytes:
    """Return the pages as an Excel file, each on a sheet of its own."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    name = rng.choice(("Sheet{}", "{}", "ورقة{}"))
    for number, page in enumerate(sheets.pages, start=1):
        _fill_sheet(book.create_sheet(name.format(number)), page, rtl=sheets.rtl)
    stream = BytesIO()
    book.save(stream)
    return frozen_zip(stream.getvalue(), {"docProps/core.xml": _CORE})


def _cell_value(words: str) -> str | int | None:
    """Return what Excel makes of typed words: a whole number is a number."""
    number = words.isascii() and words.isdecimal() and not words.startswith("0")
    return int(words) if number else words or None


def _fill_sheet(sheet: openpyxl.worksheet.worksheet.Worksheet, page: Page, *, rtl: bool) -> None:
    sheet.sheet_view.rightToLeft = rtl
    row, thin = 1, Side(style="thin")
    border = Border(thin, thin, thin, thin)
    for block in page:
        rows = block.rows if isinstance(block, Grid) else ((block.pieces,),) if isinstance(block, Line) else (((Piece(block.words),),),)
        for cells in rows:
            for place, pieces in enumerate(cells):
                cell = sheet.cell(row, place + 1, _cell_value(_plain(pieces)))
                if isinstance(block, Grid):
                    cell.border = border
                    if (columns := _columns(block, cells, place)) > 1:
                        sheet.merge_cells(f"{get_column_letter(place + 1)}{row}:{get_column_letter(place + columns)}{row}")
            row += 1
