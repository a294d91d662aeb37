"""The cells of a page, put together."""

from __future__ import annotations

from kashf.domain.document import Box, Page
from kashf.sandboxed.ocr.transcript import Cell, Transcript


def _cell(text: str, top: int = 0) -> Cell:
    return Cell(Page(1, text, confidence=0.8, boxes=(Box(0, len(text), 0, 0, 100, 100, 0.8),) if text else ()), 0, top, 100, 100)


def test_lines_of_one_cell_of_a_table_are_divided_by_spaces_and_cells_by_tabs() -> None:
    transcript = Transcript(lambda *place: tuple(map(round, place)))

    transcript.add([[_cell("title")]], divider="")
    transcript.add([[_cell("previous combat"), _cell("experience", 100)], [_cell("")], [_cell("no")]], divider="\n")
    page = transcript.page(1)

    assert "title\nprevious combat experience\tno" == page.text
    assert ["title", "previous combat", "experience", "no"] == [page.text[box.start : box.end] for box in page.boxes]
