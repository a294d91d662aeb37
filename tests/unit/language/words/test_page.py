from __future__ import annotations

import pytest

from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.measures.numerals import Tokens
from kashf.language.person_names.patterns import NamePage
from kashf.language.words.page import WordPage

READERS = (NamePage, GrammarPage, Tokens)


@pytest.mark.parametrize("reader", READERS)
def test_every_reader_sees_the_same_words_at_the_same_places(reader: type[WordPage]) -> None:
    page = reader("قال وَأبو محمد،\nal-Shamali")

    assert ["قال", "وابو", "محمد", "al", "shamali"] == [page.folded(index) for index in range(5)]
    assert ("", "", "Shamali", " ") == (page.folded(-1), page.folded(5), page.written(4), page.gap(0))
    assert page.text[page.start_behind(1, 1) :].startswith("أبو")


@pytest.mark.parametrize("reader", READERS)
def test_nothing_goes_on_over_a_comma_or_beyond_the_page(reader: type[WordPage]) -> None:
    page = reader("أبو محمد، خالد")

    assert [False, True, False, False, False] == [page.goes_on(index) for index in range(-1, 4)]


def test_a_hyphen_parts_names_for_the_grammar_only() -> None:
    assert [True, False] == [reader("al-Shamali").goes_on(0) for reader in (NamePage, GrammarPage)]
