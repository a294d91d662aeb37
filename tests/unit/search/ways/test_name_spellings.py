"""Spellings of names among the words of a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from kashf.language.sounds.similarity import skeleton
from kashf.language.words.folding import Folded
from kashf.search.ways.name_spellings import WordList, readings, spellings, two_words


def word_list(*words: str) -> WordList:
    def among(codes: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        return {code: tuple(word for word in words if skeleton(next(readings(Folded(word)))) == code) for code in codes}

    return among


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Nureddin", "نورالدين"),
        ("نورالدين", "noureddine"),
        ("Abderrahmane", "عبدالرحمن"),
        ("Шамали", "الشمالي"),
        ("Karpenko", "карпенко"),
        ("Gaddafi", "القذافي"),
    ],
)
def test_a_name_is_found_in_another_script_and_as_one_word(name: str, word: str) -> None:
    assert (word,) == spellings([name], word_list(word, "other"))[name]


def test_the_next_best_is_taken_only_where_nothing_closer_is_written_in_its_script() -> None:
    assert ("القدافي",) == spellings(["Qadafi"], word_list("القدافي", "القطيفي"))["Qadafi"]
    assert () == spellings(["oil"], word_list("العلي"))["oil"]


def test_a_name_that_is_written_as_one_word_falls_into_two() -> None:
    assert ("abd", "rahman") == two_words("Abdelrahman")
    assert two_words("Shamali") is None


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Balashev", "балашева"),
        ("Balashyov", "балашевым"),
        ("Khalid", "халидом"),
        ("Rudinsky", "рудинского"),
        ("Rudinskaya", "рудинскую"),
        ("خالد", "халиду"),
    ],
)
def test_a_name_is_found_in_the_cases_of_russian(name: str, word: str) -> None:
    assert (word,) == spellings([name], word_list(word, "другой"))[name]


def test_the_name_of_a_woman_is_none_of_a_man_in_russian() -> None:
    assert () == spellings(["Rudinsky"], word_list("рудинская"))["Rudinsky"]
