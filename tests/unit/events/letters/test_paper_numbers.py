"""Numbers of papers in the manner of many offices."""

from __future__ import annotations

import pytest

from tests.unit.events.letters.other_hands import AREA, BORDER, DAMS, REGIMENT, ROADS, TOWN, read


@pytest.mark.parametrize(
    ("letter", "number"),
    [
        (DAMS, "م ع س/4/718"),
        (REGIMENT, "4BR/Ops/131"),
        (BORDER, "44"),
        (TOWN, "م ب و ز/45/2016"),
        (ROADS, "38002145"),
        (AREA, "SAC/G3/2291"),
    ],
)
def test_initials_stand_apart_and_letters_stand_with_digits(letter: str, number: str) -> None:
    found = read(letter).number

    assert found is not None
    assert number == found.normal


def test_a_word_that_is_glued_to_a_number_is_no_part_of_it() -> None:
    found = read("ديوان الجسور\nالعدد: ٤/٢٢/أ/٨التاريخ: ٢٥/٥/٢٠١٤م\nإلى / كافة المكاتب\nيمنع السفر إلى وادي الغيم.").number

    assert found is not None
    assert "4/22/أ/8" == found.normal


@pytest.mark.parametrize("digits", ["٩" * 60, "3/6/" + "9" * 60, "1" * 13])
def test_no_part_of_a_long_run_of_digits_is_taken_for_the_number(digits: str) -> None:
    assert read(f"ديوان الجسور\nالعدد: {digits}\nالتاريخ: ٢٥/٥/٢٠١٤م\nإلى / كافة المكاتب\nيمنع السفر إلى وادي الغيم.").number is None
