"""A page with the days that its lines announce read by shape."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.domain.document import BOX_GRID, Box, Origin, Page
from kashf.sandboxed.ocr.digits.announced_days import days_reread
from kashf.sandboxed.ocr.digits.strips import Strips
from kashf.sandboxed.ocr.lines import Grey
from tests.unit.sandboxed.ocr.digits.drawing import STEP, draw_signs

DAY = "٧/١٢/٢٠٠٨"
#: A day at the left of a line, and a label at its right.
LINE = f"  {DAY}     ل"


def page(grey: Grey, *words: tuple[str, int, int], sure: float = 0.5) -> Page:
    """Return how a line was read: words in the order of the text, each with the signs from which to which it stands."""
    width = grey.shape[1] / BOX_GRID
    text, boxes = "", list[Box]()
    for word, first, last in words:
        start = len(text) + bool(text)
        text = f"{text} {word}".strip()
        left, right = (round((20 + sign * STEP) / width) for sign in (first, last))
        boxes.append(Box(start, len(text), left, 2000, right, 8000, 0.9 if word.isalpha() else sure))
    return Page(1, text, Origin.OCR, 0.8, boxes=tuple(boxes))


def reread(*words: tuple[str, int, int]) -> str | None:
    grey = draw_signs(LINE)
    read = page(grey, *words)
    again = days_reread(Strips(grey, read), read, None)
    assert again is None or [again.text[box.start : box.end] for box in again.boxes] == again.text.split()
    return again.text if again else None


@pytest.mark.parametrize("label", ["التاريخ", "بتاريخ", "التاريح", "وتاريخ"])
def test_the_day_behind_a_label_is_read_by_shape(label: str) -> None:
    assert f"{label} {DAY}" == reread((label, 16, 17), ("16/1/1:1", 2, 12))


def test_a_label_that_was_read_last_announces_what_stands_left_of_it() -> None:
    grey = draw_signs(LINE)
    read = page(grey, ("16/1/1:1", 2, 12), ("التاريخ", 16, 17))
    at = len(read.text) + 1
    below = (Box(at, at + 3, 8800, 8500, 9900, 9900, 0.9), Box(at + 4, at + 8, 200, 8500, 1000, 9900, 0.9))  # tells which side is up
    read = replace(read, text=f"{read.text}\nإلى أهلي", boxes=(*read.boxes, *below))

    again = days_reread(Strips(grey, read), read, None)

    assert again is not None
    assert f"{DAY} التاريخ\nإلى أهلي" == again.text


def test_a_day_that_was_read_in_pieces_is_one_word() -> None:
    assert f"التاريخ {DAY}" == reread(("التاريخ", 16, 17), ("8:1", 6, 12), ("/1", 2, 6))


def test_a_day_that_is_well_formed_is_left_as_it_was_read() -> None:
    assert reread(("التاريخ", 16, 17), ("7/1/2007", 2, 12)) is None


@pytest.mark.parametrize("label", ["العدد", "الديوان"])
def test_what_no_line_announces_is_left_as_it_was_read(label: str) -> None:
    assert reread((label, 16, 17), ("16/1/1:1", 2, 12)) is None


def test_a_page_that_was_read_word_for_word_otherwise_comes_back_where_there_is_no_day() -> None:
    grey = draw_signs(LINE)
    read, by_shape = page(grey, ("العدد", 16, 17), ("16", 2, 12)), page(grey, ("العدد", 16, 17), ("١٢", 2, 12))

    assert by_shape == days_reread(Strips(grey, read), read, by_shape)
