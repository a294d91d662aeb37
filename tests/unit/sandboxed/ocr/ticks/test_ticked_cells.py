from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from kashf.domain.document import BOX_GRID, Box, Origin, Page
from kashf.sandboxed.ocr.ticks.tick_boxes import TickBox
from kashf.sandboxed.ocr.ticks.ticked_cells import enlarged, with_boxes, without_boxes
from kashf.sandboxed.ocr.transcript import Cell


def _cell(*words: tuple[str, int]) -> Cell:
    text, boxes = "", []
    for word, left in words:
        start = len(text) + bool(text)
        text = f"{text} {word}".strip()
        boxes.append(Box(start, len(text), left * BOX_GRID // 400, 0, (left + 40) * BOX_GRID // 400, BOX_GRID, 0.9))
    return Cell(Page(1, text, Origin.OCR, 0.9, boxes=tuple(boxes)), 100, 50, 400, 20)


def _box(left: int, *, top: int = 52, is_ticked: bool = False) -> TickBox:
    return TickBox(left, top, left + 12, top + 12, is_ticked)


@pytest.mark.parametrize(
    ("words", "text"),
    [((("أعزب", 300), ("متزوج", 100)), "☒ أعزب ☐ متزوج"), ((("single", 100), ("married", 300)), "☐ single ☒ married")],
)
def test_boxes_stand_before_the_words_that_follow_them_in_the_order_of_reading(words: tuple[tuple[str, int], ...], text: str) -> None:
    places = (_box(460, is_ticked=True), _box(260)) if "أعزب" in text else (_box(180), _box(380, is_ticked=True))
    read = with_boxes(_cell(*words), places)

    assert read.page.text == text
    assert [read.page.text[box.start : box.end] for box in read.page.boxes] == text.split(" ")


def test_boxes_of_other_lines_change_nothing() -> None:
    cell = _cell(("أعزب", 300))
    assert with_boxes(cell, (_box(460, top=90),)) is cell


def test_a_box_alone_is_read_too() -> None:
    assert with_boxes(_cell(), (_box(460, is_ticked=True),)).page.text == "☒"


def test_readers_of_lines_see_paper_where_boxes_are() -> None:
    page = np.full((40, 40), 250, np.uint8)
    page[10:22, 10:22] = 0
    assert np.asarray(without_boxes(Image.fromarray(page), (TickBox(10, 10, 22, 22, is_ticked=True),))).min() == 250


def test_boxes_are_enlarged_with_the_page() -> None:
    assert enlarged([_box(10, top=20)], 1.5) == (TickBox(15, 30, 33, 48, is_ticked=False),)
