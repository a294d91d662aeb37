"""A question says who asks whom, and what came of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kashf.domain.cards.card_questions import CardAnswer, CardQuestion
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.transcription.signed_words import Signed
from kashf.services.cards.ask_colleague import AskedOnCard
from kashf.show.cards.asked_lines import asked_answer, asked_lines, asked_of_you, asked_of_you_lines
from tests.unit.show.cards.test_card_lines import SHOWN

NOW = dt.datetime(2031, 1, 1, tzinfo=dt.UTC)
BLOB = DocumentId("b" * 64)
QUESTION = CardQuestion(signed=Signed(EntryId("a" * 64), "Layla", NOW), card=SHOWN.card.id, words=BLOB, whom="p")
ANSWER = CardAnswer(signed=Signed(EntryId("e" * 64), "Omar", NOW), card=SHOWN.card.id, words=BLOB, question=QUESTION.signed.id, opens=True)
OPEN = AskedOnCard(QUESTION, "Omar", "By the\nmill?", None, "", is_mine=True)
ANSWERED = replace(OPEN, answer=ANSWER, answered="No.")


def test_what_is_open_and_asked_of_whoever_looks_comes_first() -> None:
    others = replace(OPEN, is_mine=False)
    shown = replace(SHOWN, asked=(OPEN, ANSWERED, others))

    assert ((shown, OPEN),) == asked_of_you([shown, SHOWN])
    first, second = asked_of_you_lines([shown, SHOWN])
    assert ("asked of you by" in first, "By the mill?" in first, "It fell" in second) == (True, True, True)
    assert [] == list(asked_of_you_lines([SHOWN]))


def test_a_question_tells_its_answer_and_that_it_opened_the_card() -> None:
    lines = list(asked_lines([OPEN, ANSWERED]))

    assert "not answered yet" in lines[1]
    assert "opens the card again" in lines[3]
    told = asked_answer(ANSWERED)
    assert ("Omar", "No.", True) == (told["whom"], told["answer"]["says"], told["answer"]["opens"])
    assert asked_answer(OPEN)["answer"] is None
