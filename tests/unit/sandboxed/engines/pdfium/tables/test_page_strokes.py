from __future__ import annotations

from io import BytesIO

from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # reportlab ships no types

from kashf.sandboxed.engines.pdfium.tables.page_strokes import Stroke, strokes


def drawn(
    *lines: tuple[float, float, float, float], boxes: tuple[tuple[float, float, float, float], ...] = (), fill: int = 0
) -> list[Stroke]:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(300, 300))
    canvas.translate(10, 10)
    for line in lines:
        canvas.line(*line)
    for box in boxes:
        canvas.rect(*box, stroke=1 - fill, fill=fill)
    canvas.save()
    with PdfDocument(stream.getvalue()) as document:
        return [Stroke(each.is_upright, round(each.at), round(each.begin), round(each.end)) for each in strokes(document[0])]


def test_lines_are_found_where_they_are_on_the_page_and_slanting_ones_are_none() -> None:
    assert [(False, 30), (True, 60)] == [(each.is_upright, each.at) for each in drawn((10, 20, 80, 20), (0, 0, 50, 50), (50, 0, 50, 90))]


def test_a_box_has_four_sides_and_a_filled_one_none_unless_it_is_as_thin_as_a_line() -> None:
    box = drawn(boxes=((0, 0, 50, 40),))
    filled = drawn(boxes=((0, 0, 50, 40), (0, 80, 50, 1)), fill=1)

    assert {(True, 10), (True, 60), (False, 10), (False, 50)} == {(each.is_upright, each.at) for each in box}
    assert [False] == [each.is_upright for each in filled]
