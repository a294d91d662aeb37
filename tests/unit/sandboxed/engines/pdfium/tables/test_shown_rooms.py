from __future__ import annotations

from io import BytesIO

from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # reportlab ships no types

from kashf.sandboxed.engines.pdfium.tables.shown_rooms import shown_rooms


def test_only_text_that_is_wider_than_what_is_shown_of_it_is_told_with_the_ends_of_that() -> None:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(300, 300))
    canvas.drawString(20, 200, "never cut off")
    for text, height in (("short", 160), ("far too long for its cell", 120)):
        canvas.saveState()
        area = canvas.beginPath()
        area.rect(20, height - 5, 60, 20)
        canvas.clipPath(area, stroke=0)
        canvas.drawString(22, height, text)
        canvas.restoreState()
    canvas.save()

    with PdfDocument(stream.getvalue()) as document:
        assert {2: (20, 80)} == {place: (round(left), round(right)) for place, (left, right) in shown_rooms(document[0]).items()}
