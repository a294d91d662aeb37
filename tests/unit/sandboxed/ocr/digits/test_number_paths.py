"""Strokes become the likeliest numbers."""

from __future__ import annotations

import pytest

from kashf.sandboxed.ocr.digits.classifier import sign_classifier
from kashf.sandboxed.ocr.digits.number_paths import ReadNumber, numbers_in
from kashf.sandboxed.ocr.digits.strokes import connected, darkest, shapes_of
from tests.unit.sandboxed.ocr.digits.drawing import draw_signs


def read(signs: str) -> tuple[ReadNumber, ...]:
    return numbers_in(shapes_of(connected(darkest(draw_signs(signs)))), sign_classifier())


@pytest.mark.parametrize("number", ["٧٨", "٨٧٧٨", "٥٧٨١", "٧٠٨", "١٨٧"])
def test_a_number_is_read_from_the_left(number: str) -> None:
    assert [number] == [each.text for each in read(number)]


def test_what_stands_apart_is_two_numbers() -> None:
    assert ["٧٨", "٨٧"] == [each.text for each in read("٧٨  ٨٧")]


def test_digits_at_even_steps_are_one_number_however_far_apart() -> None:
    assert ["٧٨٨٧"] == [each.text for each in read("٧ ٨ ٨ ٧")]


def test_a_number_says_where_it_stands_and_how_likely_it_is() -> None:
    (number,) = read("٧٨")

    assert (2, False) == (number.digits, number.is_bracketed)
    assert 15 < number.left < number.right < 85
    assert 0.5 < number.likelihood <= 1.0


def test_no_strokes_are_no_numbers() -> None:
    assert () == numbers_in((), sign_classifier())
