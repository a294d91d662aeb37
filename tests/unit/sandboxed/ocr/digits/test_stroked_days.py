"""Strokes become the likeliest day, where one is announced."""

from __future__ import annotations

import pytest

from kashf.sandboxed.ocr.digits.classifier import sign_classifier
from kashf.sandboxed.ocr.digits.stroked_days import DayPart, ReadDay, day_in
from kashf.sandboxed.ocr.digits.strokes import connected, darkest, shapes_of
from tests.unit.sandboxed.ocr.digits.drawing import draw_signs


def read(signs: str, *, part: DayPart = DayPart.WHOLE) -> ReadDay | None:
    return day_in(shapes_of(connected(darkest(draw_signs(signs)))), sign_classifier(), part=part)


@pytest.mark.parametrize(("signs", "day"), [("٧/١٢/٢٠٠٨", "٧/١٢/٢٠٠٨"), ("٢٠٠٨/١/٢٧", "٢٧/١/٢٠٠٨"), ("٧ /١/ ٢٠ ٠٨", "٧/١/٢٠٠٨")])
def test_a_day_is_read_with_its_year_on_either_side_and_gaps_within(signs: str, day: str) -> None:
    found = read(signs)

    assert found is not None
    assert day == found.text
    assert 0.4 < found.likelihood <= 1.0


def test_what_stands_beside_a_day_is_not_of_it() -> None:
    alone, marked = read("   ٧/١٢/٢٠٠٨"), read("ل  ٧/١٢/٢٠٠٨")

    assert alone is not None
    assert marked is not None
    assert (alone.text, alone.left, alone.right) == (marked.text, marked.left, marked.right)


def test_the_number_of_a_day_and_a_year_are_read_alone_beside_the_name_of_a_month() -> None:
    day, year = read("١٢", part=DayPart.DAY), read("٢٠٠٨", part=DayPart.YEAR)

    assert ("١٢", "٢٠٠٨") == (day and day.text, year and year.text)


@pytest.mark.parametrize("signs", ["", "٧٨", "١" * 70])
def test_too_few_and_too_many_strokes_are_no_day(signs: str) -> None:
    assert read(signs) is None
