from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from kashf.ports.engines import Limits
from kashf.sandboxed.engines.pdfium import PdfiumReader
from kashf.sandboxed.engines.pdfium.doubled import once
from tests.documents import source_of
from tests.drawn import glyphs, seen

LINE = "the harbour warehouse is closed"


@pytest.mark.parametrize(("shift", "lines"), [(2, 2), (200, 4)])
def test_a_layer_that_is_on_the_page_twice_is_read_once_and_a_repeated_text_as_often_as_it_stands_there(
    tmp_path: Path, shift: int, lines: int
) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for layer in range(2):
        for row in range(2):
            canvas.drawString(72 + layer, 700 - 30 * row - shift * layer, f"{LINE} {row}")
    canvas.save()

    text = PdfiumReader().read(source_of(tmp_path, buffer.getvalue()), limits=Limits()).pages[0].text

    assert lines * [LINE] == [line[: len(LINE)] for line in text.split("\n")]


def test_arabic_glyphs_that_are_there_twice_are_taken_once() -> None:
    first = glyphs(seen(["وصل", "خالد", "إلى", "الوردة"]))
    second = glyphs(seen(["وصل", "خالد", "إلى", "الوردة"]), baseline=701.0, first=40, left=51.0)

    assert first == once([*first, *second])
