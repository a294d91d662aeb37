"""Lines written by hand get a box each, however they slope, and in the order in which they are read."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from benchmarks.accuracy.bench_lines import score
from benchmarks.pages.handwritten import KINDS, Sheet, sloping
from kashf.domain.document import BOX_GRID
from kashf.sandboxed.ocr.tracing.line_boxes import find_regions

FONT = "NotoNaskhArabic-Regular.ttf"


def sheet(random: Random) -> Sheet:
    return Sheet(random, font=FONT, height=40, size=(1200, 1000), unsteady=0.5)


def middles(boxes: tuple[tuple[int, int, int, int], ...]) -> list[tuple[float, float]]:
    return [((left + right) / 2, (top + bottom) / 2) for left, top, right, bottom in boxes]


@pytest.mark.parametrize("slope", [-0.07, 0.0, 0.07])
def test_lines_that_slope_have_a_box_each_from_above_to_below(slope: float) -> None:
    page = sheet(Random(3))
    for number in range(7):
        base = 150 + 110 * number
        page.write("نرجو إرسال الأدوية إلى جسر النخيل قبل نهاية الأسبوع", right=1100, base=sloping(base, slope))
    written = page.done("sloping")

    found = score(written, find_regions(np.asarray(written.image)), seconds=0.0)

    assert (7, 7, 6) == (found.boxed, found.boxes, found.in_order)


def test_two_columns_are_read_one_after_the_other_from_the_right() -> None:
    page = sheet(Random(4))
    for right, left in ((1140, 640), (560, 60)):
        for number in range(8):
            page.write("وصلت القافلة إلى سوق الذهب ليلة أمس دون", right=right, left=left, base=sloping(120 + 90 * number))
    written = page.done("columns")

    boxes = find_regions(np.asarray(written.image))

    assert [True] * 8 + [False] * 8 == [across > BOX_GRID / 2 for across, _ in middles(boxes)]


def test_two_columns_read_from_the_left_begin_there() -> None:
    page = sheet(Random(4))
    for right, left in ((1140, 640), (560, 60)):
        for number in range(8):
            page.write("وصلت القافلة إلى سوق الذهب ليلة أمس دون", right=right, left=left, base=sloping(120 + 90 * number))

    boxes = find_regions(np.asarray(page.image), leftward=False)

    assert [False] * 8 + [True] * 8 == [across > BOX_GRID / 2 for across, _ in middles(boxes)]


def test_cells_of_a_ruled_register_are_read_row_by_row() -> None:
    page = sheet(Random(5))
    for number in range(6):
        base = 130 + 100 * number
        for right, words in ((1100, "٣"), (1000, "خليل الدمشقي"), (560, "جسر النخيل")):
            page.write(words, right=right, base=sloping(base), left=20)
    for y in range(80, 700, 100):
        page.rule(60, y, 1140, y)
    for x in (60, 600, 1030, 1140):
        page.rule(x, 80, x, 680)
    written = page.done("register")

    found = score(written, find_regions(np.asarray(written.image)), seconds=0.0)

    assert (18, 18, 17) == (found.boxed, found.boxes, found.in_order)


def test_a_blank_page_has_no_lines() -> None:
    assert () == find_regions(np.asarray(KINDS["blank"](Random(1)).image))


def test_a_page_without_any_size_has_no_lines() -> None:
    assert () == find_regions(np.zeros((0, 0), np.uint8))


def test_a_tiny_picture_harms_nobody() -> None:
    speck = np.full((3, 4), 255, np.uint8)
    speck[1, 1] = 0

    assert len(find_regions(speck)) <= 1
