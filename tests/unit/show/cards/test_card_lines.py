"""Every state, question, check and weak point of a card has words, and every one of JSON a key."""

from __future__ import annotations

import pytest

from kashf.domain.cards.card_entries import Bearing, CardCheck, CardState, CardStrip, Explanation, Weighed
from kashf.domain.cards.sentence_card import Hindered, Hindrance, SentenceCard
from kashf.domain.cards.weak_points import Weakness, WeakPoint
from kashf.domain.ids import EntryId
from kashf.services.cards.road_working import road_working
from kashf.services.cards.show_card import ShownCard
from kashf.show.cards.card_lines import (
    BEARINGS,
    CHECKS,
    QUESTIONS,
    STATES,
    STRIPS,
    WEIGHED,
    card_answer,
    card_lines,
    hindered_words,
    weak_words,
)

SHOWN = ShownCard(
    SentenceCard(EntryId("c" * 64), (), (), {}, {}),
    "It fell\u202e.",
    (),
    (),
    {},
    (WeakPoint(Weakness.NOTHING),),
    (Hindered(Hindrance.CHECK_OPEN, CardCheck.REPLY),),
    (),
    road_working([], cites=(), parents={}, lower={}),
)


@pytest.mark.parametrize("what", Weakness)
def test_each_weak_point_is_said_in_words_with_what_it_is_about(what: Weakness) -> None:
    told = weak_words(WeakPoint(what, Explanation.PLANTED, 2, "kestrel-2"))

    assert told
    assert not told[0].isupper()


def test_each_hindrance_is_said_in_words() -> None:
    told = [hindered_words(Hindered(what, which)) for what in Hindrance for which in (None, *CardCheck, *Explanation)]

    assert all(told)


def test_every_word_of_the_lists_is_there() -> None:
    lists = (
        (STRIPS, CardStrip),
        (BEARINGS, Bearing),
        (QUESTIONS, Explanation),
        (WEIGHED, Weighed),
        (CHECKS, CardCheck),
        (STATES, CardState),
    )
    assert all(set(words) == set(kinds) for words, kinds in lists)


def test_a_card_without_anything_still_has_its_strips_questions_checks_and_weakest_point() -> None:
    lines = "\n".join(card_lines(SHOWN))

    assert all(
        each in lines for each in (*STRIPS.values(), *QUESTIONS.values(), *CHECKS.values(), "Weakest point: nothing supports it yet")
    )
    assert "\u202e" not in lines


def test_the_answer_has_every_explanation_and_check() -> None:
    told = card_answer(SHOWN)

    assert {each.value for each in Explanation} == told["explanations"].keys()
    assert {each.value for each in CardCheck} == told["checks"].keys()
    assert [{"what": "check-open", "which": "reply"}] == told["missing"]
