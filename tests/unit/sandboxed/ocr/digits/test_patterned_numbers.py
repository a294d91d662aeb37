"""Strokes become the number of a paper, its letters and dividers where a first reading has them."""

from __future__ import annotations

import pytest

from kashf.sandboxed.ocr.digits.classifier import sign_classifier
from kashf.sandboxed.ocr.digits.patterned_numbers import PatternedNumber, number_in, parts_of
from kashf.sandboxed.ocr.digits.strokes import connected, darkest, shapes_of
from tests.unit.sandboxed.ocr.digits.drawing import draw_signs


def read(signs: str, as_first: str) -> PatternedNumber | None:
    return number_in(shapes_of(connected(darkest(draw_signs(signs)))), sign_classifier(), parts_of(as_first))


@pytest.mark.parametrize(
    ("signs", "first", "number"),
    [
        ("١٢/ل", "ض/7١", "ض/١٢"),
        ("٧/ل/١٢/٢٧", "1/؟/ذخيرة/5", "١٢/٢٧/ذخيرة/٧"),
        ("٧/١٢", "1/5", "٧/١٢"),
        ("١٢ل", "ض//1", "ض/١٢"),
    ],
)
def test_digits_are_read_between_the_letters_and_dividers_of_the_first_reading(signs: str, first: str, number: str) -> None:
    found = read(signs, first)

    assert found is not None
    assert number == found.text
    assert 0.4 < found.likelihood <= 1.0


@pytest.mark.parametrize(
    ("first", "parts"),
    [("(ض/1)", "ض|/|1"), ("م.1١/م.ه/؟", "م|.|1١|/|م|.|ه|/|؟"), ("1/]١/ذخيرةل", "1|/|١|/|ذخيرة|/|ل"), ("/4//1/", "4|/|1")],
)
def test_what_digits_are_read_as_are_digits(first: str, parts: str) -> None:
    assert parts == "|".join(part.text for part in parts_of(first))


def test_words_without_a_digit_and_long_stretches_are_no_number() -> None:
    assert () == parts_of("ديوان") == parts_of("1/2" * 9)
    assert read("", "7/1") is None
    assert read("١٢", "7/1/5/7/2") is None
