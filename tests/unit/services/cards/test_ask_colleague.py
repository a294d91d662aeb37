"""A colleague is asked about a card and answers; a settled card stays settled unless the answer says otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.cards.card_entries import CardState
from kashf.domain.entries.named_words import named_words
from kashf.domain.ids import EntryId, canonical_json
from kashf.errors import NoSuchEntryError, NotAllowedError, UnknownNameError, UsageError
from kashf.services.cards.ask_colleague import AskedOnCard, answer_colleague, ask_colleague, asked_on_cards
from kashf.services.cards.settle_card import settle_card
from kashf.services.cards.write_card import cards, take_back_from_card, word_card
from kashf.services.ledger.custody import verify
from kashf.services.ledger.persons import person_called
from tests.corrected import letter_case
from tests.transcribed import TypedCase

ASKS, SAYS = "Is that the road by the mill?", "The one by the bridge."


@pytest.fixture
def made(tmp_path: Path) -> TypedCase:
    return letter_case(tmp_path)


@pytest.fixture
def refused(made: TypedCase) -> EntryId:
    """A card that was refused, in a case of two people."""
    with made.as_person("Omar"):
        pass
    with made.as_person("Nour") as case:
        card = word_card(case, "The council closed the road.")
        settle_card(case, card, CardState.REFUSED, why="nobody has it")
    return card


def ask(made: TypedCase, card: str) -> EntryId:
    with made.as_person("Nour") as case:
        return ask_colleague(case, card, "omar", ASKS)


def asked(made: TypedCase, card: EntryId, reader: str = "Omar") -> tuple[AskedOnCard, ...]:
    with made.reading() as case:
        return asked_on_cards(case, [card], reader=person_called(case, reader)).get(card, ())


def state(made: TypedCase, card: EntryId) -> CardState:
    with made.reading() as case:
        return cards(case)[card].state


def test_who_is_asked_finds_it_and_answers_and_the_card_stays_as_it_was_settled(made: TypedCase, refused: EntryId) -> None:
    question = ask(made, refused)
    (one,) = asked(made, refused)
    assert ("Omar", ASKS, True, True) == (one.whom, one.says, one.is_open, one.is_mine)
    assert [False, False] == [each.is_mine for reader in ("Nour", "") for each in asked(made, refused, reader)]

    with made.as_person("Omar") as case:
        answer_colleague(case, refused[:12], SAYS)
    (one,) = asked(made, refused)
    assert (question, SAYS, False) == (one.question.signed.id, one.answered, one.is_open)
    assert CardState.REFUSED is state(made, refused)
    with made.reading() as case:
        told = b"".join(canonical_json(entry.body) for entry, _ in case.view.entries())
        assert not [each for each in (ASKS, SAYS) if each.encode() in told]
        assert one.question.words in named_words(case.view.entries())
        assert verify(case).ok


def test_an_answer_that_says_so_opens_the_card_again(made: TypedCase, refused: EntryId) -> None:
    ask(made, refused)
    with made.as_person("Omar") as case:
        answer_colleague(case, refused, SAYS, opens=True)

    assert CardState.OPEN is state(made, refused)
    (one,) = asked(made, refused)
    assert one.answer is not None
    assert one.answer.opens


def test_of_several_questions_one_is_named_and_answered_anew_or_taken_back(made: TypedCase, refused: EntryId) -> None:
    one, two = ask(made, refused), ask(made, refused)
    with made.as_person("Omar") as case:
        with pytest.raises(NoSuchEntryError):
            answer_colleague(case, refused, SAYS)
        answer_colleague(case, refused, "By the mill.", question=one)
        answer_colleague(case, refused, SAYS, question=one)
        with pytest.raises(NotAllowedError):
            take_back_from_card(case, two)
    assert [SAYS, ""] == [each.answered for each in asked(made, refused)]

    with made.as_person("Nour") as case:
        take_back_from_card(case, two)
    assert [one] == [each.question.signed.id for each in asked(made, refused)]


def test_only_who_was_asked_answers_and_a_colleague_is_another_person_of_the_case(made: TypedCase, refused: EntryId) -> None:
    question = ask(made, refused)
    with made.as_person("Nour") as case:
        for whom, error in (("Nour", UsageError), ("Rana", UnknownNameError)):
            with pytest.raises(error):
                ask_colleague(case, refused, whom, ASKS)
        with pytest.raises(UsageError):
            ask_colleague(case, refused, "Omar", " ")
        with pytest.raises(NoSuchEntryError):
            answer_colleague(case, refused, SAYS, question=question)

    (one,) = asked(made, refused)
    assert one.is_open
