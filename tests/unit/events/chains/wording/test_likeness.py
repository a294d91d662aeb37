"""How alike the words of letters are."""

from __future__ import annotations

import pytest

from kashf.events.chains.wording.likeness import BOUNDS, LikeWords

WORDS = [{"well", "roof", "east"}, {"well", "roof", "west"}, {"tea", "sack", "east"}, {"desk", "tea"}, {"بئر", "سقف"}]


def test_letters_that_share_rare_words_are_more_alike_than_those_that_share_a_common_one() -> None:
    likeness = LikeWords(WORDS)

    alike, less, none = (likeness.between(0, other) for other in (1, 2, 3))

    assert alike is not None
    assert less is not None
    assert alike > less > 0 == none
    assert pytest.approx(1) == likeness.between(0, 0)


def test_letters_in_two_scripts_or_without_words_are_not_compared() -> None:
    assert LikeWords(WORDS).level(0, 4) is None
    assert LikeWords([{"well"}, set()]).level(0, 1) is None


def test_how_often_letters_are_so_alike_by_chance_adds_up_to_one() -> None:
    by_chance = LikeWords(WORDS).by_chance

    assert len(BOUNDS) + 1 == len(by_chance)
    assert pytest.approx(1) == sum(by_chance)
    assert all(each > 0 for each in by_chance)


def test_the_rarest_words_that_two_letters_share_come_first() -> None:
    assert ["roof"] == LikeWords([*WORDS, {"well"}]).rarest_shared(0, 1, 1)
