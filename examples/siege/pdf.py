"""PDF files with a text layer, and PDF files that are only a picture of a page.

Two of five Arabic ones are drawn in visual order with presentation forms, as many old programs do; the others are by programs that shape
text themselves (`pdf_shaped.py`).
"""

from functools import cache, lru_cache
from io import BytesIO
from random import Random

from pypdfium2 import PdfDocument
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # reportlab ships no types

from examples.siege import fonts
from examples.siege.document import Document, Made
from examples.siege.pdf_shaped import by_fpdf2, by_typst
from examples.siege.shaping import runs, visual
from examples.siege.text import NO_BREAK_SPACE, SOFT_BREAK, Text

MARGIN = 45
_PLAIN = {ord(NO_BREAK_SPACE): " "}


def write_pdf(document: Document, rng: Random, *, password: str = "") -> Made:
    """Return the document as a PDF, one page of it on one page.

    Raises:
        ValueError: A page has more lines than paper.
    """
    pages = tuple(page.translated(_PLAIN) for page in document.pages)
    broken = tuple(page.translated({ord(SOFT_BREAK): "\n"}) for page in pages)
    if document.rtl and not password:
        producer = rng.choices((None, by_typst, by_fpdf2), (40, 48, 12))[0]
        if producer:
            return Made.single(_fitting(producer(pages, rng), pages=len(pages)), *broken, letter=document.letter)
    stream = BytesIO()
    encryption = StandardEncryption(password, strength=128) if password else None
    canvas = Canvas(stream, pagesize=A4, invariant=1, encrypt=encryption)
    canvas.setTitle(document.title if not document.rtl else f"{document.day:%Y%m%d}")
    font, size = _type(document, rng)
    for page in pages:
        _draw_page(canvas, page, rtl=document.rtl, font=font, size=size)
        canvas.showPage()
    canvas.save()
    return Made.single(stream.getvalue(), *broken, letter=document.letter)


def _fitting(content: bytes, *, pages: int) -> bytes:
    """Return a PDF that has as many pages as the document.

    Raises:
        ValueError: It has more.
    """
    with PdfDocument(content) as made:
        if len(made) != pages:
            raise ValueError("a page of the leak has more text than paper")
    return content


def _type(document: Document, rng: Random) -> tuple[str, float]:
    if document.rtl:
        return rng.choice((fonts.NASKH, fonts.NASKH, fonts.SANS_ARABIC)), rng.choice((10.5, 11))
    return rng.choice((fonts.SANS, fonts.SERIF)), 10.5


def _draw_page(canvas: Canvas, page: Text, *, rtl: bool, font: str, size: float) -> None:
    width, height = canvas._pagesize  # noqa: SLF001 - reportlab has no other way to ask
    baseline = height - MARGIN
    for line in _lines(page.words, font=font, size=size, width=width - 2 * MARGIN, rtl=rtl):
        if baseline < MARGIN / 2:
            raise ValueError("a page of the leak has more text than paper")
        pieces = _pieces(line, font=font, rtl=rtl)
        drawn = sum(pdfmetrics.stringWidth(glyphs, name, size) for name, glyphs in pieces)
        words = canvas.beginText(width - MARGIN - drawn if rtl else MARGIN, baseline)
        for name, glyphs in pieces:
            words.setFont(name, size)
            words.textOut(glyphs)
        canvas.drawText(words)
        baseline -= size * 1.55


def _lines(words: str, *, font: str, size: float, width: float, rtl: bool) -> list[str]:
    """Return the text broken into lines that fit the width in points."""
    lines: list[str] = []
    space = pdfmetrics.stringWidth(" ", _ready(font), size)
    for paragraph in words.replace(SOFT_BREAK, "\n").split("\n"):
        line: list[str] = []
        used = 0.0
        for word in paragraph.split(" "):
            wide = _width(word, font=font, rtl=rtl) * size
            if line and used + wide > width:
                lines.append(" ".join(line))
                line, used = [], 0.0
            line.append(word)
            used += wide + space
        lines.append(" ".join(line))
    return lines


@lru_cache(maxsize=50_000)
def _width(word: str, *, font: str, rtl: bool) -> float:
    """Return a word's width at a type size of one point."""
    return float(sum(pdfmetrics.stringWidth(glyphs, name, 1) for name, glyphs in _pieces(word, font=font, rtl=rtl)))


def _pieces(line: str, *, font: str, rtl: bool) -> list[tuple[str, str]]:
    _ready(font)
    _ready(fonts.SANS)
    return runs(visual(line) if rtl else line, font=font, fallback=fonts.SANS)


@cache
def _ready(font: str) -> str:
    """Return the typeface's name once reportlab knows it."""
    pdfmetrics.registerFont(TTFont(font, str(fonts.font_path(font))))
    return font
