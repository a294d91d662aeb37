"""A question stands until it is taken back; only who was asked answers it, and the last answer holds."""

from __future__ import annotations

import datetime as dt

import pytest

from kashf.domain.cards.card_questions import questions_on_cards
from kashf.domain.entries.persons import SIGNED_BY
from kashf.domain.ids import EntryId, Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind, Recorded
from kashf.errors import DamagedCaseError

CARD, BLOB, LAYLA, OMAR = "c" * 64, "b" * 64, "1" * 64, "2" * 64
NOW = dt.datetime(2031, 1, 1, tzinfo=dt.UTC)


class Written:
    """Entries that people wrote, one after another."""

    def __init__(self) -> None:
        self.entries: list[Recorded] = []

    def write(self, kind: EntryKind, by: str, **body: Json) -> str:
        seq = len(self.entries)
        entry = Entry("d/work", seq, GENESIS, NOW + dt.timedelta(minutes=seq), "somebody", kind, {**body, SIGNED_BY: by})
        self.entries.append((entry, entry.id))
        return entry.id

    def ask(self, **more: Json) -> str:
        return self.write(EntryKind.CARD_ASKED, LAYLA, **{"card": CARD, "words": BLOB, "whom": OMAR, **more})

    def answer(self, question: str, by: str = OMAR, **more: Json) -> str:
        return self.write(EntryKind.CARD_ANSWERED, by, **{"card": CARD, "words": BLOB, "question": question, **more})


def test_only_who_was_asked_answers_and_the_last_answer_that_stands_holds() -> None:
    written = Written()
    one, two = written.ask(), written.ask()
    written.answer(one, by=LAYLA)
    first = written.answer(one)
    second = written.answer(one, opens=True)

    asked, other = questions_on_cards(written.entries)[EntryId(CARD)]
    assert (one, two, None) == (asked.question.signed.id, other.question.signed.id, other.answer)
    assert asked.answer is not None
    assert (second, True, OMAR) == (asked.answer.signed.id, asked.answer.opens, asked.question.whom)

    written.write(EntryKind.UNDONE, OMAR, entry=second)
    ((asked, _),) = questions_on_cards(written.entries).values()
    assert asked.answer is not None
    assert (first, False) == (asked.answer.signed.id, asked.answer.opens)


def test_only_who_asked_takes_a_question_back() -> None:
    written = Written()
    question = written.ask()
    written.answer(question)
    written.write(EntryKind.UNDONE, OMAR, entry=question)
    assert 1 == len(questions_on_cards(written.entries))

    written.write(EntryKind.UNDONE, LAYLA, entry=question)
    assert {} == questions_on_cards(written.entries)


@pytest.mark.parametrize("wrong", [{"card": ""}, {"whom": "Omar"}, {"words": "x"}])
def test_what_kashf_does_not_write_is_refused(wrong: dict[str, Json]) -> None:
    written = Written()
    written.ask(**wrong)

    with pytest.raises(DamagedCaseError):
        questions_on_cards(written.entries)
