from __future__ import annotations

from io import BytesIO
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # reportlab ships no types

from kashf.ports.engines import Limits
from kashf.sandboxed.engines.pdfium import PdfiumReader
from tests.documents import source_of

ROWS = (("Name", "Country"), ("Basil Marmar", "Sweden"), ("", "Norway"), ("Omar Salim", "Spain"))


def page(*, ruled: bool) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(400, 400))
    canvas.drawString(30, 350, "List of the harbour post")
    for place, row in enumerate(ROWS):
        for column, cell in enumerate(row):
            canvas.drawString(55 + 120 * column, 300 - 20 * place, cell)
    if ruled:
        canvas.grid([50, 170, 290], [315 - 20 * line for line in range(len(ROWS) + 1)])
    canvas.drawString(30, 150, "Signed at the harbour")
    canvas.save()
    return stream.getvalue()


def test_a_ruled_table_is_read_row_by_row_and_all_else_as_before(tmp_path: Path) -> None:
    read = {ruled: PdfiumReader().read(source_of(tmp_path, page(ruled=ruled)), limits=Limits()).pages[0].text for ruled in (True, False)}

    assert "List of the harbour post\nName\tCountry\nBasil Marmar\tSweden\n\tNorway\nOmar Salim\tSpain\nSigned at the harbour" == read[True]
    assert read[True].split() == read[False].split()
