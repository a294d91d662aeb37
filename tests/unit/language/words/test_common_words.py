"""Common words of English in all their forms. Names are invented."""

import pytest

from kashf.language.words.common_words import is_english_word


@pytest.mark.parametrize("word", ["table", "tables", "stopped", "stopping", "copies", "licensed", "driver", "drivers", "processing"])
def test_a_word_is_known_in_its_plain_form_and_with_its_endings(word: str) -> None:
    assert is_english_word(word)


def test_adjectives_of_nations_are_words() -> None:
    assert [True, True] == [is_english_word(word) for word in ("syrian", "iraqis")]


@pytest.mark.parametrize("name", ["nuran", "saldouna", "khaled", "salim", "anbari", "tharwat"])
def test_a_name_is_no_word(name: str) -> None:
    assert not is_english_word(name)
