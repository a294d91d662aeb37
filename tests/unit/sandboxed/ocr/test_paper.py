from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from kashf.sandboxed.ocr.paper import between, find_paper, otsu
from tests.unit.sandboxed.ocr.pages import blank, written

CORNERS = ((150.0, 90.0), (830.0, 140.0), (860.0, 640.0), (110.0, 600.0))


def _on_desk(corners: tuple[tuple[float, float], ...] = CORNERS) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    """Return a written page lying on a dark desk with its corners there."""
    page = written()
    height, width = page.shape
    back = between(corners, ((0, 0), (width, 0), (width, height), (0, height)))
    placed = Image.fromarray(page // 2 + 120).transform((1000, 720), Image.Transform.PERSPECTIVE, tuple((back / back[2, 2]).ravel()[:8]))
    inside = Image.new("L", (width, height), 255).transform(
        (1000, 720), Image.Transform.PERSPECTIVE, tuple((back / back[2, 2]).ravel()[:8])
    )
    desk = Image.new("L", (1000, 720), 50)
    desk.paste(placed, mask=inside)
    return np.asarray(desk)


def test_a_sheet_seen_from_an_angle_is_made_flat() -> None:
    paper = find_paper(_on_desk())

    there = [paper.back @ (x, y, 1.0) for x, y in ((0, 0), (paper.grey.shape[1], 0), (paper.grey.shape[1], paper.grey.shape[0]))]
    assert [(x / 1000, y / 720) for x, y in CORNERS[:3]] == [
        (pytest.approx(x / w, abs=0.012), pytest.approx(y / w, abs=0.012)) for x, y, w in there
    ]
    assert all(paper.grey[row, column] > 200 for row in (12, -12) for column in (12, -12))


def test_a_page_without_surroundings_is_the_whole_picture() -> None:
    page = written()

    assert find_paper(page).grey is page


def test_a_shadow_over_half_of_a_page_is_no_edge_of_a_sheet() -> None:
    page = (written() * np.linspace(1.0, 0.25, 700)[None, :]).astype(np.uint8)

    assert find_paper(page).grey is page


def test_white_writing_on_a_black_page_is_no_sheet() -> None:
    page = 255 - written()

    assert find_paper(page).grey is page


def test_two_sheets_side_by_side_are_kept_both() -> None:
    desk = blank(1500, 620, grey=40)
    desk[60:560, 30:730] = desk[60:560, 770:1470] = written()

    assert find_paper(desk).grey is desk


def test_a_picture_of_a_few_pixels_is_left_as_it_is() -> None:
    speck = blank(8, 8)

    assert find_paper(speck).grey is speck


def test_the_threshold_lies_between_ink_and_paper() -> None:
    assert 20 <= otsu(np.array([[20, 21, 22, 200, 201, 202]], np.uint8)) < 200
