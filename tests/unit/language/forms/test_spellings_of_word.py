"""Other spellings of one word."""

from __future__ import annotations

import pytest

from kashf.language.forms.spellings_of_word import backwards, misread, other_spellings
from kashf.language.words.folding import Folded, fold


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("مئة", "مائة"),
        ("مسؤول", "مسئول"),
        ("هذا", "هاذا"),
        ("أبو", "أبي"),
        ("أبو", "Abou"),
        ("bin", "ابن"),
        ("سوريا", "سورية"),
        ("بناء", "بنا"),
        ("هەولێر", "هولير"),
        ("إسحاق", "اسحق"),
        ("جمييييل", "جميل"),
    ],
)
def test_a_word_has_the_spellings_that_people_give_it(typed: str, other: str) -> None:
    assert fold(other) in other_spellings(typed)


def test_a_word_of_one_spelling_has_no_other() -> None:
    assert frozenset() == other_spellings("كتاب") == other_spellings("bridge")


def test_letters_that_look_alike_are_taken_for_one_another_in_long_latin_words_only() -> None:
    assert {"cornmander"} <= misread(Folded("commander"))
    assert frozenset() == misread(Folded("main"))


def test_an_arabic_word_may_stand_with_its_letters_in_reverse() -> None:
    assert frozenset({"هروسق"}) == backwards(Folded("قسوره"))
    assert frozenset() == backwards(Folded("ملك"))
