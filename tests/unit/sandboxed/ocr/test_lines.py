from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from kashf.sandboxed.ocr.lines import find_lines, ink_of, skew_of


def _page(*, lines: int = 8, height: int = 20, gap: int = 20, width: int = 600) -> NDArray[np.uint8]:
    """Return a page whose lines are rows of strokes with dots above, as writing is."""
    page = np.full((lines * (height + gap) + 80, width + 80), 255, np.uint8)
    for number in range(lines):
        top = 40 + number * (height + gap)
        for left in range(40, 40 + width, 12):
            page[top + 6 : top + height, left : left + 5] = 0
        page[top + height - 5 : top + height, 40 : 40 + width] = 0
        page[top : top + 2, 60 : 40 + width : 60] = 0
    return page


def test_every_line_is_found_and_covers_its_dots() -> None:
    lines = find_lines(ink_of(_page()))

    assert 8 == len(lines)
    assert all(abs(line.top - (40 + number * 40)) <= 2 for number, line in enumerate(lines))
    assert all(20 <= line.bottom - line.top <= 26 for line in lines)


def test_an_empty_page_has_no_lines() -> None:
    assert () == find_lines(ink_of(np.full((400, 300), 250, np.uint8)))


def test_lines_that_touch_are_parted_where_there_is_least_ink() -> None:
    page = _page(gap=0)
    page[60:62, 300:310] = 0

    assert 8 == len(find_lines(ink_of(page)))


def test_pairs_of_lines_that_touch_are_parted_where_the_height_of_letters_is_known() -> None:
    page = np.full((680, 680), 255, np.uint8)
    for top in (40 + 80 * pair + 20 * line for pair in range(8) for line in range(2)):
        for left in range(40, 640, 12):
            page[top : top + 14, left : left + 4] = 0
        page[top + 10 : top + 14, 40:640] = 0
        page[top : top + 20, 300:340:2] = 0

    assert 8 == len(find_lines(ink_of(page)))
    assert 16 == len(find_lines(ink_of(page), letter=14))


def test_a_short_line_under_a_long_one_is_parted_from_it() -> None:
    page = _page()
    page[62:82, 40:160] = page[40:60, 40:160]
    page[58:64, 100:140:2] = 0

    assert 9 == len(find_lines(ink_of(page)))


def test_a_large_heading_stays_one_line() -> None:
    page = np.vstack((np.full((60, 680), 255, np.uint8), _page()))
    for left in range(100, 500, 40):
        page[20:84, left : left + 12] = 0
    page[60:84, 100:500] = 0

    assert (20, 84) == _rounded(find_lines(ink_of(page))[0].top, find_lines(ink_of(page))[0].bottom)


def _rounded(top: int, bottom: int) -> tuple[int, int]:
    return 4 * round(top / 4), 4 * round(bottom / 4)


def test_both_sides_of_a_letterhead_are_cells_of_one_line() -> None:
    page = _page(lines=3)
    page[40:62, 240:440] = 255

    first, second, _ = find_lines(ink_of(page))

    assert 2 == len(first.cells)
    assert [(40, 240), (440, 640)] == [(pytest.approx(left, abs=8), pytest.approx(right, abs=8)) for left, right in first.cells]
    assert 1 == len(second.cells)


def test_a_shadow_over_half_of_the_page_is_not_ink() -> None:
    page = _page().astype(np.float64)
    page *= np.linspace(1.0, 0.45, page.shape[1])[None, :]

    assert 8 == len(find_lines(ink_of(page.astype(np.uint8))))


@pytest.mark.parametrize("degrees", [-9.0, -3.0, 1.5, 4.0])
def test_skew_is_the_turn_that_makes_the_lines_level(degrees: float) -> None:
    tilted = Image.fromarray(_page()).rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=255, expand=True)

    assert degrees == pytest.approx(skew_of(ink_of(np.asarray(tilted))), abs=0.3)


def test_skew_of_a_page_without_writing_is_none() -> None:
    assert skew_of(ink_of(np.full((400, 300), 250, np.uint8))) == 0.0
