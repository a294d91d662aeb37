from __future__ import annotations

import hashlib
from random import Random

import pytest

from kashf.intake.near_copies import signature, text_key
from kashf.language.words.tokens import folded_words

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def a_text(seed: int, *, words: int = 120) -> str:
    """Return made-up words that no other seed repeats."""
    rng = Random(seed)
    return " ".join("".join(rng.choices(LETTERS, k=rng.randint(2, 7))) for _ in range(words))


def signed(text: str) -> bytes:
    return signature(folded_words(text))


def test_two_formats_of_one_text_share_a_key() -> None:
    typed = ["أمر القائد رقم ١٢ إلى آمر السرية الثانية\n", "يتم الانسحاب فوراً"]
    printed = ["امر القائد رقم 12 الى امر السرية الثانية يتم الانسحاب فورا"]

    assert text_key(typed) == text_key(printed)


def test_another_number_makes_another_text() -> None:
    assert text_key(["أمر القائد رقم ١٢ إلى آمر السرية الثانية"]) != text_key(["أمر القائد رقم ١٣ إلى آمر السرية الثانية"])


def test_words_that_join_differently_make_another_text() -> None:
    assert text_key(["one two three four five six seven eight"]) != text_key(["onetwo three four five six seven eight nine"])


@pytest.mark.parametrize("pages", [[], [""], ["   ", "\n"], ["page 1 of 1"]])
def test_texts_that_say_next_to_nothing_have_no_key(pages: list[str]) -> None:
    assert text_key(pages) is None


def test_a_signature_is_the_same_on_every_run_and_machine() -> None:
    assert 512 == len(signed(a_text(1)))
    # Signatures are kept in cases, so another version of the library has to make the same ones.
    assert "2e63f6ec3595ff2e" == hashlib.sha256(signed(a_text(1))).hexdigest()[:16]


def test_short_texts_have_no_signature() -> None:
    assert b"" == signed("نسخة إلى الأرشيف " * 6)
