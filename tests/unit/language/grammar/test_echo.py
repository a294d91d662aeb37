"""Names that a page tells again."""

from __future__ import annotations

import pytest

from kashf.domain.entity import Mention, MentionType
from kashf.language.grammar.echo import find_again
from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.words.folding import Folded


class _CountedPage(GrammarPage):
    """A page that counts how often it is asked for a word."""

    asked_words = 0

    def folded(self, index: int) -> Folded:
        self.asked_words += 1
        return super().folded(index)


_LETTERS = "بتجدرسعفكل"


def _told(text: str, words: str, type: MentionType = MentionType.PERSON) -> Mention:
    start = text.index(words)
    return Mention(start, start + len(words), words, type, "rules:test", 0.9)


def _again(text: str, *told: Mention) -> list[str]:
    return [mention.text for mention in find_again(GrammarPage(text), told)]


def test_the_longest_name_that_stands_there_is_taken() -> None:
    text = "أبو سعد الفيروزي وأبو سعد. جاء أبو سعد الفيروزي ثم أبو سعد"

    assert _again(text, _told(text, "أبو سعد"), _told(text, "أبو سعد الفيروزي"))[-2:] == ["أبو سعد الفيروزي", "أبو سعد"]


def test_a_name_cut_off_at_the_end_of_the_page_is_not_found() -> None:
    text = "أبو سعد الفيروزي. ثم أبو سعد"

    assert _again(text, _told(text, "أبو سعد الفيروزي"))[-1] != "أبو سعد"


def test_a_family_behind_a_noun_with_the_article_describes_it() -> None:
    text = "حسن الشمالي في القاطع الشمالي قال الشمالي"

    assert _again(text, _told(text, "حسن الشمالي")) == ["حسن الشمالي", "الشمالي"]


@pytest.mark.parametrize("first", ["أبو ", "عبد "])
def test_names_that_begin_alike_are_not_each_compared_with_each_place(first: str) -> None:
    asked = []
    for many in (4, 8):
        lines = [f"{first}{a}ا{b}و{c}" for a in _LETTERS[:many] for b in _LETTERS for c in _LETTERS]
        page = _CountedPage("\n".join(lines))
        told = [_told(page.text, line) for line in lines]

        assert len(list(find_again(page, told))) == len(lines)
        asked.append(page.asked_words)

    assert asked[1] < 2.2 * asked[0]
