"""Forms as PDF files by three programs, and as pictures of the page before they are scanned."""

import datetime as dt
import json
from functools import cache
from io import BytesIO
from random import Random
from typing import Any

import typst
from fpdf import FPDF
from pypdfium2 import PdfDocument
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # reportlab ships no types

from examples.siege import fonts
from examples.siege.forms.layout import Block, Grid, Line, Page, Pieces, Stamp
from examples.siege.forms.typed import Sheets
from examples.siege.shaping import runs, visual

MARGIN = 45
SYMBOLS = "NotoSansSymbols2-Regular"
_FAMILIES = ("Noto Naskh Arabic", "Noto Naskh Arabic", "Noto Sans Arabic", "Noto Kufi Arabic")
_LATIN_FAMILIES = ("Noto Sans", "Noto Serif")
#: What a form on paper is filled in with: a typewriter, a clear hand, a flowing one.
HANDS = {"typed": "", "clear": "Noto Naskh Arabic", "flowing": "Noto Nastaliq Urdu"}
#: Points, and space between lines in their height: the largest that fits is taken.
_SIZES = ((15, 1.1), (13.5, 1), (12, 0.9), (10.5, 0.75), (9.5, 0.7), (8.5, 0.65), (7.5, 0.6), (6.5, 0.5), (6, 0.4))
#: What stands in the form comes as data, so that no sign in it is one of Typst's own.
_TYPST = """
#let form = json(bytes(sys.inputs.form))
#set document(date: none)
#set page(paper: "a4", margin: (x: 16mm, y: 13mm))
#let other = ("Noto Sans", "Noto Sans Symbols2", "Noto Sans Arabic")
#set text(font: (form.font, ..other), lang: form.lang, dir: if form.rtl {rtl} else {ltr}, size: form.size * 1pt, fallback: false)
#set par(spacing: form.gap * 1em, leading: 0.6em)
#let ink = rgb(form.ink)
#let written(words) = text(font: (form.hand, ..other), fill: ink, size: form.hand_size * 1em, words)
#let hand(words) = if form.slant { box(skew(ax: -8deg, reflow: false, written(words))) } else { written(words) }
#let circled(words) = box(stroke: 0.8pt + ink, radius: 50%, outset: 3pt, words)
#let scribble(words) = box({ hand(words); place(center + horizon, curve(
  stroke: 2pt + ink, curve.move((0pt, 0pt)),
  ..range(1, 24).map(n => curve.line((n * 3pt - 34pt, if calc.odd(n) {4pt} else {-4pt}))))) })
#let drawn(piece) = {
  let (words, style) = piece
  if style == "hand" { hand(words) }
  else if style == "struck" { strike(stroke: 1pt + ink, hand(words)) }
  else if style == "option" { if form.paper and form.circles { words } else { strike(words) } }
  else if style == "chosen" { if form.paper and form.circles { circled(words) } else { words } }
  else if style == "note" { box(rotate(if form.paper { -4deg } else { 0deg }, text(size: 0.85em, fill: rgb(form.note), hand(words)))) }
  else if style == "scribble" { if form.paper { scribble(words) } else { hand(words) } }
  else { text(words) }
}
#let pieces(list) = list.map(drawn).join()
#for (number, page) in form.pages.enumerate() {
  if number > 0 { pagebreak() }
  for block in page {
    if block.kind == "line" {
      let words = pieces(block.pieces)
      align(eval(block.align), par(if block.bold { strong(words) } else { words }))
    } else if block.kind == "grid" {
      table(columns: block.shares.map(n => n * 1fr), inset: 4pt, stroke: 0.6pt,
        ..block.rows.flatten().map(cell => table.cell(colspan: cell.span, pieces(cell.pieces))))
    } else {
      let aside = if form.rtl { 25mm } else { -25mm }
      let round = circle.with(radius: 15mm, stroke: 1.5pt + rgb(form.note))
      place(end, dx: aside, dy: -22mm, rotate(form.turn * 1deg, round(
        align(center + horizon, text(fill: rgb(form.note), size: 9pt, block.words)))))
    }
  }
}
"""


@cache
def _typefaces() -> typst.Fonts:
    """Return the typefaces, read once: that takes twenty times as long as to set a page."""
    return typst.Fonts(font_paths=[str(fonts.FOLDER)], include_system_fonts=False)


def write_pdf(sheets: Sheets, rng: Random) -> bytes:
    """Return the pages as a PDF by Typst, by fpdf2, or drawn in visual order as old programs do."""
    producer = rng.choices((by_typst, by_reportlab, by_fpdf2), (58, 34, 8))[0]
    return producer(sheets, rng)


def by_typst(sheets: Sheets, rng: Random) -> bytes:
    """Return the pages set by Typst; as small as they must be for each to have a page of its own."""
    look = _look(sheets, rng, hand=None)
    for size, gap in _SIZES[rng.choice((2, 3)) :]:
        data: bytes = _compiled(look | {"size": size, "gap": gap}, kind="pdf")
        with PdfDocument(data) as made:
            if len(made) == len(sheets.pages):
                return data
    raise ValueError("a form has more text than paper")


def pictures(sheets: Sheets, rng: Random, *, hand: str, dots_an_inch: int) -> list[bytes]:
    """Return each page as a PNG, filled in by one of `HANDS`."""
    look = _look(sheets, rng, hand=hand)
    for size, gap in _SIZES[rng.choice((0, 1, 2)) :]:
        made = _compiled(look | {"size": size, "gap": gap}, kind="png", dots_an_inch=dots_an_inch)
        pages = [made] if isinstance(made, bytes) else list(made)
        if len(pages) == len(sheets.pages):
            return pages
    raise ValueError("a form has more text than paper")


def _look(sheets: Sheets, rng: Random, *, hand: str | None) -> dict[str, Any]:
    """Return all that Typst has to know but for the size: typefaces, inks, what stands on the pages."""
    arabic = sheets.language in {"ar", "fa"}
    font = rng.choice(sheets.fonts or (_FAMILIES if arabic else _LATIN_FAMILIES))
    paper, flowing = hand is not None, hand == "flowing"
    face = (HANDS[hand] if hand and arabic else "") or font
    return {
        "font": font, "hand": face, "hand_size": 0.9 if flowing and arabic else 1, "slant": hand == "clear",
        "ink": rng.choice(("#202040", "#101010", "#1a2a70")) if paper else "#000000", "note": rng.choice(("#404040", "#902020", "#203080")),
        "turn": rng.randrange(-25, 25), "lang": sheets.language, "rtl": sheets.rtl, "paper": paper,
        "circles": rng.random() < 0.5, "pages": [[_data(block) for block in page] for page in sheets.pages],
    }  # fmt: skip


def _data(block: Block) -> dict[str, Any]:
    match block:
        case Line():
            return {"kind": "line", "align": block.align, "bold": block.bold, "pieces": [list(piece) for piece in block.pieces]}
        case Grid():
            wide = len(block.shares)
            rows = [
                [
                    {"span": wide - place if place == len(row) - 1 else 1, "pieces": [list(piece) for piece in cell]}
                    for place, cell in enumerate(row)
                ]
                for row in block.rows
            ]
            return {"kind": "grid", "shares": list(block.shares), "rows": rows}
    return {"kind": "stamp", "words": block.words}


def _compiled(look: dict[str, Any], *, kind: str, dots_an_inch: int = 0) -> Any:
    inputs = {"form": json.dumps(look, ensure_ascii=False)}
    if kind == "pdf":
        return typst.compile(_TYPST.encode(), font_paths=_typefaces(), sys_inputs=inputs)
    return typst.compile(_TYPST.encode(), font_paths=_typefaces(), sys_inputs=inputs, format="png", ppi=dots_an_inch)


def by_fpdf2(sheets: Sheets, rng: Random) -> bytes:
    """Return the pages written by fpdf2, which puts every line in the order of the page; tables have a line around each cell."""
    document = FPDF(format="A4")
    document.set_creation_date(dt.datetime(2014, 1, 1, tzinfo=dt.UTC))
    document.set_margin(14)
    document.set_auto_page_break(False)
    document.add_font("arabic", fname=fonts.font_path(rng.choice(_faces(sheets))))
    for name in (fonts.SANS, SYMBOLS):
        document.add_font(name, fname=fonts.font_path(name))
    document.set_text_shaping(use_shaping_engine=True, direction="rtl" if sheets.rtl else "ltr")
    most = max(_line_count(page) for page in sheets.pages)
    height = min(6.0, 265 / most)
    for page in sheets.pages:
        document.add_page()
        document.set_font("arabic" if sheets.rtl else fonts.SANS, size=min(10, height * 1.75))
        document.set_fallback_fonts([fonts.SANS, SYMBOLS] if sheets.rtl else [SYMBOLS])
        for block in page:
            _cells(document, block, height=height, rtl=sheets.rtl)
    return bytes(document.output())


def _faces(sheets: Sheets) -> tuple[str, ...]:
    """Return the Arabic typefaces that fpdf2 and reportlab may take."""
    files = tuple(f"{family.replace(' ', '')}-Regular" for family in sheets.fonts)
    return files or (fonts.NASKH, fonts.SANS_ARABIC)


def _joined_face(font: str) -> str:
    """Return a typeface, or another where it has no joined forms of its own: letters drawn in it one by one would leave the page blank."""
    return font if ord("\N{ARABIC LETTER MEEM INITIAL FORM}") in fonts.coverage(font) else fonts.NASKH


def _cells(document: FPDF, block: Block, *, height: float, rtl: bool) -> None:
    start = "R" if rtl else "L"
    match block:
        case Grid():
            total = sum(block.shares)
            for row in block.rows:
                wide = [document.epw * share / total for share in block.shares]
                widths = [*wide[: len(row) - 1], sum(wide[len(row) - 1 :])]
                shown = list(zip(widths, row, strict=True))
                for width, cell in reversed(shown) if rtl else shown:
                    document.cell(width, height, _joined(cell), border=1, align=start)
                document.ln(height)
        case Line():
            align = {"start": start, "center": "C", "end": "L" if rtl else "R"}[block.align]
            document.multi_cell(0, height, _joined(block.pieces), align=align, new_x="LMARGIN", new_y="NEXT")
        case Stamp():
            document.cell(0, height, block.words, align="L", new_x="LMARGIN", new_y="NEXT")


def _joined(pieces: Pieces) -> str:
    return " ".join("".join(piece.text for piece in pieces).split("\n"))


def _line_count(page: Page) -> int:
    return sum(len(block.rows) if isinstance(block, Grid) else 1 for block in page) + 2


def by_reportlab(sheets: Sheets, rng: Random) -> bytes:
    """Return the pages drawn one glyph after another from left to right, lines around the cells of tables."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    font = _joined_face(rng.choice(_faces(sheets))) if sheets.rtl else fonts.SANS
    for page in sheets.pages:
        leading = min(17.5, (A4[1] - 2 * MARGIN) / (_line_count(page) + _broken_lines(page)))
        baseline = A4[1] - MARGIN
        for block in page:
            baseline = _draw(canvas, block, baseline, leading=leading, look=(font, sheets.rtl))
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _broken_lines(page: Page) -> int:
    rows = [cell for block in page if isinstance(block, Grid) for row in block.rows for cell in row]
    return sum(piece.text.count("\n") for cell in rows for piece in cell)


def _draw(canvas: Canvas, block: Block, baseline: float, *, leading: float, look: tuple[str, bool]) -> float:
    """Draw a block from a baseline on and return the next."""
    size = leading * 0.62
    match block:
        case Line():
            _draw_pieces(canvas, block.pieces, (MARGIN, A4[0] - MARGIN), baseline, size=size, look=look, align=block.align)
            return baseline - leading
        case Grid():
            for row in block.rows:
                baseline = _draw_row(canvas, block, row, baseline, leading=leading, look=look)
            return baseline - leading / 3
    _draw_text(canvas, block.words, MARGIN + 20, baseline, size=size, look=look)
    return baseline - leading


def _draw_row(canvas: Canvas, grid: Grid, row: tuple[Pieces, ...], baseline: float, *, leading: float, look: tuple[str, bool]) -> float:
    inner, total = A4[0] - 2 * MARGIN, sum(grid.shares)
    lines = 1 + max(sum(piece.text.count("\n") for piece in cell) for cell in row)
    edge = 0.0
    for place, cell in enumerate(row):
        share = sum(grid.shares[place:]) if place == len(row) - 1 else grid.shares[place]
        width = inner * share / total
        left = A4[0] - MARGIN - edge - width if look[1] else MARGIN + edge
        canvas.rect(left, baseline - leading * 0.3 - leading * (lines - 1), width, leading * lines)
        for number, pieces in enumerate(_cut(cell)):
            _draw_pieces(canvas, pieces, (left + 4, left + width - 4), baseline - number * leading, size=leading * 0.62, look=look)
        edge += width
    return baseline - leading * lines


def _cut(cell: Pieces) -> list[Pieces]:
    whole = "".join(piece.text for piece in cell)
    return [cell] if "\n" not in whole else [(cell[0]._replace(text=words),) for words in whole.split("\n")]


def _draw_pieces(  # noqa: PLR0913 - a line has words, a place, a size and a look
    canvas: Canvas, pieces: Pieces, room: tuple[float, float], baseline: float, *, size: float, look: tuple[str, bool], align: str = "start"
) -> None:
    """Draw the pieces of a line; what is struck out has a line through it."""
    rtl = look[1]
    whole = _joined(pieces)
    width = _width(whole, size, look)
    if width > room[1] - room[0]:
        size *= (room[1] - room[0]) / width
        width = room[1] - room[0]
    at_left = (align == "start") != rtl
    left = (room[0] + room[1] - width) / 2 if align == "center" else room[0] if at_left else room[1] - width
    _draw_text(canvas, whole, left, baseline, size=size, look=look)
    before = ""
    for piece in pieces:
        if piece.style in {"struck", "option"}:
            start, wide = _width(before, size, look), _width(piece.text, size, look)
            x = left + width - start - wide if rtl else left + start
            canvas.line(x, baseline + size * 0.3, x + wide, baseline + size * 0.3)
        before += piece.text


def _draw_text(canvas: Canvas, words: str, left: float, baseline: float, *, size: float, look: tuple[str, bool]) -> None:
    text = canvas.beginText(left, baseline)
    for name, glyphs in _glyphs(words, look):
        text.setFont(_ready(name), size)
        text.textOut(glyphs)
    canvas.drawText(text)


def _width(words: str, size: float, look: tuple[str, bool]) -> float:
    return float(sum(pdfmetrics.stringWidth(glyphs, _ready(name), size) for name, glyphs in _glyphs(words, look)))


def _glyphs(words: str, look: tuple[str, bool]) -> list[tuple[str, str]]:
    font, rtl = look
    found = runs(visual(words) if rtl else words, font=font, fallback=fonts.SANS)
    return [(SYMBOLS if name == fonts.SANS and glyphs.strip() and set(glyphs) & set("☐☒☑") else name, glyphs) for name, glyphs in found]


@cache
def _ready(font: str) -> str:
    """Return the typeface's name once reportlab knows it."""
    pdfmetrics.registerFont(TTFont(font, str(fonts.font_path(font))))
    return font
