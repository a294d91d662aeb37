"""Digits, hyphens and spaces in one way of writing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kashf.language.identifiers.plain_signs import plain, seen


@given(st.text(max_size=60))
def test_no_place_moves_and_plain_signs_stay_plain(text: str) -> None:
    assert len(text) == len(plain(text))
    assert plain(text) == plain(plain(text))


def test_digits_of_three_scripts_and_all_hyphens_are_one() -> None:
    assert "0944-123/4 5" == plain("٠۹4４–١٢٣∕٤\u00a0５")
    assert "09441" == seen(plain("\u202a٠٩٤٤\u202c ١"))
