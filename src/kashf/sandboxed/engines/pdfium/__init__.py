"""PDF by pdfium: text page by page in logical order, and page images.

A page without Arabic has pdfium's own text; one with Arabic is read by where its letters stand, as programs write them in any order.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from typing import Any, BinaryIO

import pypdfium2 as pdfium
from pypdfium2 import raw

from kashf.domain.document import Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Picture, Source
from kashf.sandboxed.believability import broken_words, is_garbled, strange_share
from kashf.sandboxed.engines.pdfium.doubled import may_be_doubled, once
from kashf.sandboxed.engines.pdfium.glyphs.boxes import glyphs, ink
from kashf.sandboxed.engines.pdfium.latin_pages import read_latin
from kashf.sandboxed.engines.pdfium.notes import notes
from kashf.sandboxed.engines.pdfium.reading_order import is_arabic, read_with_certainty
from kashf.sandboxed.engines.pdfium.tables.open_columns import open_grids
from kashf.sandboxed.engines.pdfium.tables.page_strokes import strokes
from kashf.sandboxed.engines.pdfium.tables.ruled_grid import ruled_grids
from kashf.sandboxed.engines.pdfium.tables.shown_rooms import shown_rooms
from kashf.sandboxed.engines.pdfium.tables.table_rows import NO_ROOMS
from kashf.sandboxed.engines.pdfium.unread_ink import UnreadInk

#: It tells on stderr what it was built without.
logging.getLogger("pypdfium2").addHandler(logging.NullHandler())
logging.getLogger("pypdfium2").propagate = False

#: Larger files are read piece by piece through callbacks, which is slower but keeps them out of memory.
_WHOLE_BYTES = 64 << 20
#: To be raised when the same file gives another text: documents that are read already are read again then.
_ORDER_VERSION = 8
#: pdfium writes these for a hyphen at the end of a line.
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})
#: Below this many letters and digits, text over a picture of the whole page is a stamp or a page number, not what the page says.
_STAMP_CHARACTERS = 100
#: Share of the page that a picture must cover to be a scan of it.
_SCAN_SHARE = 0.5
#: Share up to which such characters are bullets and the like, and take nothing from the confidence of a page.
_ODD_SHARE = 0.02
#: Points, 1/72 inch, of an A4 page; used where a page has no size.
_A4_LONG_SIDE = 842.0


class PdfiumReader:
    """Reads PDF files and draws their pages."""

    name = "pdfium"
    version = f"{pdfium.PYPDFIUM_INFO}/{pdfium.PDFIUM_INFO.build}/{_ORDER_VERSION}"

    def reads(self, type: str) -> bool:
        """Return whether `type` is PDF."""
        return type == "application/pdf"

    def images(self, type: str) -> bool:
        """Return whether `type` is PDF."""
        return type == "application/pdf"

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return every page in order.

        A page whose text should rather be read from its image (there is none, it is a stamp on a scan, its font has no character map or
        a wrong one) has confidence 0 and whatever text there is; a smaller share of characters without a meaning is taken from the
        confidence. Confidence 0 and boxes has a page whose text is sound but not all that is written on it; they tell where its text is.
        A page that cannot be opened is empty and makes the whole partial.

        Raises:
            EngineError: Encrypted or damaged as a whole.
        """
        with opened_pdf(source) as document:
            metadata = dict(document.get_metadata_dict(skip_empty=True))
            count, damaged, characters = len(document), 0, 0
            pages: list[Page] = []
            unread = UnreadInk()
            for index in range(min(count, limits.pages)):
                page = _read_page(document, index, unread)
                damaged += page is None
                characters += len(page.text) if page else 0
                if characters > limits.text_characters:
                    break
                pages.append(page or Page(index + 1, "", confidence=0.0))
        if damaged and damaged == count:
            raise EngineError(Reason.DAMAGED, f"none of {count} pages can be opened")
        metadata["pages"] = str(count)
        if len(pages) < count:
            return Extract(tuple(pages), metadata, Status.PARTIAL, Reason.TOO_LARGE, f"the first {len(pages)} of {count} pages")
        if damaged:
            return Extract(tuple(pages), metadata, Status.PARTIAL, Reason.DAMAGED, f"{damaged} of {count} pages cannot be opened")
        if unread.crowded:
            detail = f"{unread.crowded} of {count} pages have more comments, fields and links than are read"
            return Extract(tuple(pages), metadata, Status.PARTIAL, Reason.TOO_LARGE, detail)
        return Extract(tuple(pages), metadata)

    def draw(self, source: Source, *, page: int, longest_side: int, limits: Limits) -> Picture:
        """Return page `page` on white, its longest side `longest_side` pixels; grey when the page has no colour costs too much to know.

        Raises:
            EngineError: No such page, damaged, encrypted, or more than `limits.pixels`.
        """
        with opened_pdf(source) as document:
            if not 1 <= page <= len(document):
                raise EngineError(Reason.DAMAGED, "no such page")
            opened = _open_page(document, page - 1)
            if opened is None:
                raise EngineError(Reason.DAMAGED, "the page cannot be opened")
            width, height = opened.get_size()
            scale = longest_side / (max(width, height) or _A4_LONG_SIDE)
            if width * height * scale * scale > limits.pixels:
                raise EngineError(Reason.TOO_LARGE, "page image beyond the limit")
            bitmap = opened.render(scale=scale, rev_byteorder=True, prefer_bgrx=False, fill_color=(255, 255, 255, 255))
            return _picture(bitmap)


@contextlib.contextmanager
def opened_pdf(source: Source) -> Iterator[Any]:
    """Open a PDF with its forms for a while.

    Raises:
        EngineError: It is encrypted, or none that can be opened.
    """
    content: bytes | BinaryIO = source.read() if source.size_bytes <= _WHOLE_BYTES else source.open()
    try:
        document = pdfium.PdfDocument(content, source.keys[0].decode() if source.keys else None, autoclose=True)
    except pdfium.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise EngineError(Reason.ENCRYPTED, "PDF needs a password") from error
        raise EngineError(Reason.DAMAGED, "not a PDF that can be opened") from error
    try:
        document.init_forms()
        yield document
    finally:
        document.close()


def _open_page(document: Any, index: int) -> Any | None:
    try:
        return document.get_page(index)
    except pdfium.PdfiumError:
        return None


def _read_page(document: Any, index: int, unread: UnreadInk) -> Page | None:
    page = _open_page(document, index)
    if page is None:
        return None
    try:
        text_page = page.get_textpage()
        try:
            text, certainty = _text(page, text_page)
            unsure = not (text.strip() and certainty) or is_garbled(text) or (_is_stamp(text) and _is_scan(page))
            boxes = () if unsure else unread.boxes(page, text_page)
        finally:
            text_page.close()
        beside, is_whole = notes(document, page)
        unread.crowded += not is_whole
        whole = f"{text.rstrip()}\n\n{beside}".lstrip() if beside and beside not in text else text
        return Page(index + 1, whole, confidence=0.0 if unsure or boxes else min(certainty, _confidence(text)), boxes=boxes)
    except pdfium.PdfiumError:
        return None
    finally:
        page.close()


def _text(page: Any, text_page: Any) -> tuple[str, float]:
    """Return what a page says, and how surely in [0..1] its letters are in order."""
    text = text_page.get_text_range().replace("\r\n", "\n")
    grids = ruled_grids(strokes(page)) if text.strip() else []
    rooms = shown_rooms(page) if grids else NO_ROOMS
    if is_arabic(text):
        found = once(glyphs(page, text_page))
        text, certainty = read_with_certainty(found, ink(page), [*grids, *open_grids(found, grids)], rooms)
        return text.translate(_HYPHENS), certainty
    if may_be_doubled(text) and len(once(twice := glyphs(page, text_page))) < len(twice):
        text = text[: len(text.rstrip()) // 2]
    elif grids:
        text = read_latin(text_page, glyphs(page, text_page), grids, rooms)
    return text.translate(_HYPHENS), 1.0


def _is_stamp(text: str) -> bool:
    return len(text) < 10 * _STAMP_CHARACTERS and sum(map(str.isalnum, text)) < _STAMP_CHARACTERS


def _confidence(text: str) -> float:
    strange = strange_share(text)
    return round(1.0 - max(strange if strange > _ODD_SHARE else 0.0, broken_words(text)), 3)


def _is_scan(page: Any) -> bool:
    """Tell whether one picture covers most of the page."""
    area = page.get_width() * page.get_height()
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) >= _SCAN_SHARE * area:
            return True
    return False


def _picture(bitmap: Any) -> Picture:
    """Return a bitmap without the bytes that pad its rows."""
    channels, row = bitmap.n_channels, bitmap.width * bitmap.n_channels
    content = bytes(bitmap.buffer)
    if bitmap.stride != row:
        content = b"".join(content[start : start + row] for start in range(0, bitmap.height * bitmap.stride, bitmap.stride))
    return Picture(bitmap.width, bitmap.height, channels, content)
