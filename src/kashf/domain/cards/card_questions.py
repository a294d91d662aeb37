"""Questions about a card that somebody asks a colleague, and what that colleague answers. Neither changes the card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kashf.domain.cards.card_entries import CardEntry
from kashf.domain.entries.projections import Projection, in_order
from kashf.domain.ids import EntryId, is_digest
from kashf.domain.ledger import Entry, EntryKind, Recorded
from kashf.domain.transcription.signed_words import blob_of, signed_entries, signed_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CardQuestion(CardEntry):
    """A question about a card.

    Args:
        whom: Id of the person of the case who is asked.
    """

    whom: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardAnswer(CardEntry):
    """What somebody answers to a question about a card.

    Args:
        question: Entry of the question.
        opens: Whether the answer says that the card has to be looked at again.
    """

    question: EntryId
    opens: bool = False


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question that stands, and the answer that holds: the last of whom it was put to; None while there is none."""

    question: CardQuestion
    answer: CardAnswer | None


def questions_on_cards(entries: Iterable[Recorded]) -> dict[EntryId, tuple[AnsweredQuestion, ...]]:
    """Return the questions that stand, by card, oldest first; an answer of anybody else than who was asked counts for nothing.

    Raises:
        DamagedCaseError: An entry is not one that kashf writes.
    """
    told = CARD_QUESTIONS.fold(in_order(each for each in entries if each[0].kind in CARD_QUESTIONS.kinds))
    standing = [each for each in told.values() if each.signed.undone is None]
    questions = {each.signed.id: each for each in standing if isinstance(each, CardQuestion)}
    answers: dict[EntryId, CardAnswer] = {}
    for each in standing:
        if isinstance(each, CardAnswer) and each.question in questions and each.signed.person == questions[each.question].whom:
            answers[each.question] = each
    found: dict[EntryId, tuple[AnsweredQuestion, ...]] = {}
    for id, question in questions.items():
        found[question.card] = (*found.get(question.card, ()), AnsweredQuestion(question, answers.get(id)))
    return found


def _asked(entry: Entry, id: EntryId) -> CardEntry:
    card, whom = _digest(entry, "card"), _digest(entry, "whom")
    return CardQuestion(signed=signed_of(entry, id), card=card, words=blob_of(entry), whom=whom)


def _answered(entry: Entry, id: EntryId) -> CardEntry:
    card, question = _digest(entry, "card"), _digest(entry, "question")
    opens = entry.body.get("opens", False) is True
    return CardAnswer(signed=signed_of(entry, id), card=card, words=blob_of(entry), question=question, opens=opens)


def _digest(entry: Entry, name: str) -> EntryId:
    found = str(entry.body[name])
    if not is_digest(found):
        raise ValueError("not the id of an entry")
    return EntryId(found)


#: What colleagues were asked about cards and answered, by entry, oldest first, with what was taken back.
CARD_QUESTIONS: Final[Projection[dict[EntryId, CardEntry]]] = signed_entries(
    {EntryKind.CARD_ASKED: _asked, EntryKind.CARD_ANSWERED: _answered}, what="no question about a card and no answer to one"
)
