"""Ink as strokes, and what a stroke is told by."""

from __future__ import annotations

import numpy as np

from kashf.sandboxed.ocr.digits.strokes import Frame, Shape, connected, darkest, frame_of, joined, shapes_of
from tests.unit.sandboxed.ocr.digits.drawing import draw_signs


def ink(*rows: str) -> np.ndarray:
    return np.array([[letter == "#" for letter in row] for row in rows])


def test_ink_is_what_is_darker_than_the_best_threshold() -> None:
    assert [[True, False], [True, False]] == darkest(np.array([[20, 200], [40, 230]], dtype=np.uint8)).tolist()


def test_strokes_that_touch_at_a_corner_are_one_and_others_are_not() -> None:
    strokes = connected(ink("#..#", ".#.#", "...."))

    assert [(0, 0, (2, 2)), (3, 0, (2, 1))] == sorted((each.left, each.top, each.ink.shape) for each in strokes)


def test_no_ink_is_no_stroke() -> None:
    assert [] == connected(ink("...", "..."))
    assert () == shapes_of([])


def test_strokes_come_from_the_left_and_grain_not_at_all() -> None:
    strokes = shapes_of(connected(ink("#........#", "#........#", *["#........#"] * 20, "....#....#")))

    assert [0, 9] == [each.left for each in strokes]


def test_two_digits_that_touch_are_cut_where_they_are_thin() -> None:
    digit = ["####", *["#..#"] * 10, "####"]
    touching = [f"{row}{'##' if place == 11 else '..'}{row}" for place, row in enumerate(digit)]

    assert 2 <= len(shapes_of(connected(ink(*touching))))


def test_the_frame_is_that_of_the_tall_strokes() -> None:
    assert Frame(2, 12) == frame_of([Shape(0, 2, ink(*["#"] * 10)), Shape(4, 2, ink(*["#"] * 10)), Shape(8, 6, ink("##", "##"))])


def test_strokes_joined_cover_the_ink_of_all() -> None:
    whole = joined([Shape(2, 1, ink("#")), Shape(5, 3, ink("##"))])

    assert (2, 1, 7, 4, 3) == (whole.left, whole.top, whole.right, whole.bottom, int(whole.ink.sum()))


def test_drawn_digits_are_a_stroke_each() -> None:
    assert 4 == len(connected(darkest(draw_signs("٧٨٥١"))))
