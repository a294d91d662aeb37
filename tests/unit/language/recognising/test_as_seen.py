from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.language.recognising.as_seen import as_seen, says_something, seen_letter


@pytest.mark.parametrize(
    "written",
    ["spr\u200bing", "spr\u0456ng", "\uff33pring", " SPRING\u00a0", "spr\u00edng", "spring\u2800", "\u3164spring", "s\u034fpring"],
)
def test_what_looks_the_same_is_the_same(written: str) -> None:
    assert as_seen("spring") == as_seen(written)


def test_digits_of_all_scripts_and_signs_of_arabic_are_one() -> None:
    assert as_seen("دفعة 12") == as_seen("دَفْعـة ١٢") == as_seen("دفعة ۱۲")
    assert as_seen("کتاب") == as_seen("كتاب")
    assert as_seen("batch 1") != as_seen("batch 2")


@given(st.text())
def test_nothing_that_is_seen_stays_unseen_and_seeing_twice_changes_nothing(words: str) -> None:
    seen = as_seen(words)

    assert as_seen(seen) == seen
    assert not [sign for sign in seen if unicodedata.category(sign) in {"Cf", "Mn", "Cc"}]


@pytest.mark.parametrize("nothing", ["", " ", "\u200b", "\u3164", "\u2800", "--", "\u0640", "\u202e\u2066"])
def test_no_reason_is_made_of_what_nobody_sees(nothing: str) -> None:
    assert not says_something(nothing)
    assert says_something(f"{nothing}a")


def test_a_letter_of_two_is_two() -> None:
    assert ("fi", "", " ") == (seen_letter("\ufb01"), seen_letter("\u0301"), seen_letter("\u00a0"))
