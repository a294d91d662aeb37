from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kashf.domain.document import Page
from kashf.ports.engines import Limits
from kashf.sandboxed.engines.pdfium import PdfiumReader
from tests.documents import ENGLISH, scan, source_of


class Sheet:
    """A PDF with a typed page number on each page."""

    def __init__(self) -> None:
        self._buffer = io.BytesIO()
        self.canvas = Canvas(self._buffer, pagesize=(595, 842), invariant=1)

    def end_page(self) -> None:
        self.canvas.drawString(280, 40, "page 1")
        self.canvas.showPage()

    def read(self, folder: Path) -> tuple[Page, ...]:
        self.canvas.save()
        return PdfiumReader().read(source_of(folder, self._buffer.getvalue()), limits=Limits()).pages

    def curves(self, *, rows: int = 4, top: int = 700) -> None:
        """Draw what letters drawn as curves are to a program: closed curves of their size, in lines."""
        for row in range(rows):
            for place in range(40):
                self.canvas.ellipse(60 + 12 * place, top - 20 * row, 66 + 12 * place, top + 9 - 20 * row, stroke=1, fill=0)

    def picture(self, image: Image.Image) -> None:
        self.canvas.drawImage(ImageReader(image), 60, 300, 475, 475 * image.height / image.width)


def asks(pages: tuple[Page, ...]) -> list[tuple[float, bool]]:
    return [(page.confidence, bool(page.boxes)) for page in pages]


def test_a_page_whose_letters_are_drawn_as_curves_asks_to_be_read_from_its_image(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.curves()
    sheet.end_page()

    assert [(0.0, True)] == asks(sheet.read(tmp_path))


def test_a_picture_of_text_beside_typed_text_asks_too_and_tells_where_the_text_is(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.picture(scan([ENGLISH, ENGLISH]))
    sheet.end_page()

    page = sheet.read(tmp_path)[0]

    assert ("page 1", 0.0) == (page.text.strip(), page.confidence)
    assert all(4500 < box.left < box.right < 5500 and 9300 < box.top < box.bottom < 9700 for box in page.boxes)


def test_rules_boxes_and_photographs_ask_for_nothing(tmp_path: Path) -> None:
    sheet = Sheet()
    for place in range(12):
        sheet.canvas.line(60, 400 + 20 * place, 500, 400 + 20 * place)
        sheet.canvas.roundRect(60, 100, 400, 200, 5 + place)
    sheet.picture(Image.radial_gradient("L"))
    sheet.end_page()

    assert [(1.0, False)] == asks(sheet.read(tmp_path))


def test_a_letterhead_is_looked_at_once(tmp_path: Path) -> None:
    sheet = Sheet()
    for _ in range(3):
        sheet.curves(rows=3)
        sheet.end_page()

    assert [(0.0, True), (1.0, False), (1.0, False)] == asks(sheet.read(tmp_path))


def test_text_on_a_coloured_ground_is_no_writing_beside_it(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in range(12):
        sheet.canvas.setFillGray(0.85)
        for place in range(3):
            sheet.canvas.roundRect(60 + 150 * place, 697 - 20 * row, 140, 15, 4, stroke=0, fill=1)
        sheet.canvas.setFillGray(0)
        sheet.canvas.drawString(62, 700 - 20 * row, ENGLISH)
    sheet.end_page()

    assert [(1.0, False)] == asks(sheet.read(tmp_path))
