"""Asks a colleague about a sentence card, and answers. A card that was settled stays so, unless the answer says that it should not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kashf.domain.cards.card_entries import CardState, CardWords, card_body, card_bytes, card_words
from kashf.domain.cards.card_questions import CARD_QUESTIONS, AnsweredQuestion, CardAnswer, CardQuestion, questions_on_cards
from kashf.domain.entries.persons import find_person
from kashf.domain.ids import EntryId
from kashf.domain.ledger import EntryKind
from kashf.errors import NoSuchEntryError, NotAllowedError, UnknownNameError, UsageError
from kashf.services.cards.write_card import LONGEST, find_card, typed_on_card
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.persons import persons
from kashf.services.ledger.record import record_entry
from kashf.services.ledger.word_blobs import keep_words, new_salt, read_words


@dataclass(frozen=True, slots=True)
class AskedOnCard:
    """A question about a card, with its words.

    Args:
        question: As its entry says.
        whom: Who is asked, by name.
        says: What is asked.
        answer: The answer that holds; None while there is none.
        answered: What that says.
        is_mine: Whether whoever looks is asked.
    """

    question: CardQuestion
    whom: str
    says: str
    answer: CardAnswer | None
    answered: str
    is_mine: bool

    @property
    def is_open(self) -> bool:
        """Whether nobody answered it yet."""
        return self.answer is None


def asked_on_cards(case: OpenCase, cards: Iterable[EntryId], *, reader: str) -> Mapping[EntryId, tuple[AskedOnCard, ...]]:
    """Return what was asked about some cards, by card, oldest first.

    Args:
        case: Which case.
        cards: Their ids.
        reader: Id of the person who looks; "" for nobody of the case.
    """
    every = _questions(case)
    names = {each.id: each.name for each in persons(case)} if every else {}
    return {card: tuple(_with_words(case, each, names, reader) for each in every[card]) for card in cards if card in every}


def ask_colleague(case: WritableCase, card: str, whom: str, says: str) -> EntryId:
    """Ask a person of the case about a card, and return the entry.

    Args:
        case: Which case.
        card: Beginning of the card's id.
        whom: Name of the person.
        says: What is asked.

    Raises:
        NotAllowedError: Nobody of the case is at work.
        UnknownNameError: No person of the case is called so.
        UsageError: Whoever asks is asked, or nothing is asked.
        NotFoundError: No such card.
    """
    known = find_card(case.reading, card)
    asks = typed_on_card(says, what="the question", most=LONGEST, needed=True)
    if not case.person:
        raise NotAllowedError("who asks is a person of the case: say --as NAME", code="asked-by-nobody")
    person = find_person(persons(case.reading), whom)
    if person is None:
        raise UnknownNameError(f"no person of the case is called {whom[:60]}", code="no-such-colleague", name=whom[:60])
    if person.id == case.person:
        raise UsageError("a colleague is somebody else", code="own-colleague")
    with case.store.unit() as uow:
        blob = keep_words(case, card_bytes(CardWords({"question": asks}), salt=new_salt()))
        entry = record_entry(case, uow, EntryKind.CARD_ASKED, card_body(known.id, blob, {"whom": person.id}))
        uow.commit()
    return entry.id


def answer_colleague(case: WritableCase, card: str, says: str, *, question: str = "", opens: bool = False) -> EntryId:
    """Answer what one was asked about a card, and return the entry; a later answer takes the place of an earlier one.

    Args:
        case: Which case.
        card: Beginning of the card's id.
        says: The answer.
        question: Beginning of the question's entry; "" for the only one that is open.
        opens: Whether the card is to be looked at again: one that was cleared or refused is opened.

    Raises:
        NotFoundError: No such card, or not one such question to whoever answers.
        UsageError: There is no answer.
    """
    known = find_card(case.reading, card)
    answer = typed_on_card(says, what="the answer", most=LONGEST, needed=True)
    mine = [each for each in _questions(case.reading).get(known.id, ()) if case.person and each.question.whom == case.person]
    found = [each.question.signed.id for each in mine if (each.question.signed.id.startswith(question) if question else not each.answer)]
    if len(found) != 1:
        raise NoSuchEntryError(
            f"{len(found)} such questions about the card are put to whoever answers; name one",
            code="no-question-of-yours",
            count=len(found),
        )
    with case.store.unit() as uow:
        blob = keep_words(case, card_bytes(CardWords({"answer": answer}), salt=new_salt()))
        body = card_body(known.id, blob, {"question": found[0], "opens": opens})
        entry = record_entry(case, uow, EntryKind.CARD_ANSWERED, body)
        if opens and known.state is not CardState.OPEN:
            why = keep_words(case, card_bytes(CardWords({"why": answer}), salt=new_salt()))
            record_entry(case, uow, EntryKind.CARD_SETTLED, card_body(known.id, why, {"state": CardState.OPEN.value}))
        uow.commit()
    return entry.id


def _questions(case: OpenCase) -> dict[EntryId, tuple[AnsweredQuestion, ...]]:
    return questions_on_cards(case.view.entries(kinds=sorted(CARD_QUESTIONS.kinds)))


def _with_words(case: OpenCase, told: AnsweredQuestion, names: Mapping[str, str], reader: str) -> AskedOnCard:
    question, answer = told.question, told.answer
    says = card_words(read_words(case.blobs, question.words)).texts.get("question", "")
    answered = card_words(read_words(case.blobs, answer.words)).texts.get("answer", "") if answer else ""
    return AskedOnCard(question, names.get(question.whom, ""), says, answer, answered, bool(reader) and question.whom == reader)
