"""Words that are written as one and as two."""

from __future__ import annotations

import pytest

from kashf.language.forms.compounds import as_one_word, as_two_words, several_ways
from kashf.language.words.tokens import folded_words


@pytest.mark.parametrize("name", ["عبد الله", "سيف الدين", "أبو بكر", "دير الزور", "يا رب", "بيت لحم"])
def test_a_name_of_two_words_is_also_one_and_falls_into_two_again(name: str) -> None:
    first, second = folded_words(name)
    one = as_one_word(first, second)

    assert one == first + second
    assert (first, second) in list(as_two_words(one)) or len(second) < 3


@pytest.mark.parametrize("words", ["من حلب", "في الرقة", "oil field"])
def test_words_that_only_follow_one_another_are_not(words: str) -> None:
    first, second = folded_words(words)

    assert as_one_word(first, second) is None


def test_some_words_are_written_as_fewer() -> None:
    assert (folded_words("إنشاءالله")[0],) in several_ways(folded_words("إن شاء الله"))
    assert () == several_ways(folded_words("سوق الجمعة"))
