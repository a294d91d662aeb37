"""Registers of a case: copies are one letter, near copies with numbers of their own are two."""

import pytest

from kashf.services.case.open import OpenCase
from kashf.services.registers.rebuild_registers import case_registers


def test_near_copies_are_one_letter_for_each_number_and_what_differs_is_told(case: OpenCase) -> None:
    found = case_registers(case)
    series = next(each for each in found.registers.series if each.key.pattern == "7/#")

    assert [(1, "a"), (2, "b")] == [(each.serial, each.letter[0]) for each in series.here]
    assert 3 == found.registers.letters
    assert {("٧/١", "٧/٢")} == {each.numbers for each in found.twins}
    assert all(each.pair.comparison.total for each in found.twins)


@pytest.mark.parametrize(("words", "patterns"), [("الجسور", ["7/#"]), ("ديوان", ["7/#", "#"]), ("القلعة", []), ("", ["7/#", "#"])])
def test_words_of_an_office_choose_its_registers(case: OpenCase, words: str, patterns: list[str]) -> None:
    found = case_registers(case, office=words)

    assert patterns == [each.key.pattern for each in found.registers.series]
    assert 2 == found.offices
