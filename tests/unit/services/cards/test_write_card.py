"""What people put on a card is signed, keeps its words out of the ledger, and is taken back by who put it there."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.cards.card_entries import Bearing, CardCheck, CardState, CardStrip, Explanation, Knows, Weighed
from kashf.domain.document import Span
from kashf.domain.entries.named_words import named_words
from kashf.domain.ids import EntryId, canonical_json
from kashf.errors import KashfError, NoSuchEntryError, NotAllowedError, NotFoundError, UsageError
from kashf.services.cards.settle_card import settle_card
from kashf.services.cards.write_card import (
    Evidence,
    cards,
    check_card,
    find_card,
    put_evidence,
    take_back_from_card,
    weigh_explanation,
    word_card,
)
from kashf.services.ingest.tombstones import destroy, plan_destruction
from kashf.services.ledger.custody import verify
from tests.corrected import ORDER, letter_case
from tests.transcribed import TypedCase

SENTENCE = "The council closed the bridge before anybody had asked."


@pytest.fixture
def made(tmp_path: Path) -> TypedCase:
    return letter_case(tmp_path)


def place(made: TypedCase, words: str = "يمنع على التجار") -> Span:
    start = ORDER.index(words)
    return Span(made.letter, 1, start, start + len(words))


def paper(made: TypedCase) -> Evidence:
    return Evidence(Bearing.SUPPORTS, CardStrip.PAPER, place(made))


def card(made: TypedCase, by: str = "Nour") -> EntryId:
    with made.as_person(by) as case:
        begun = word_card(case, SENTENCE)
        put_evidence(case, begun, paper(made))
        for each in Explanation:
            weigh_explanation(case, begun, each, Weighed.RULED_OUT, "two papers and a person")
    return begun


def cleared(made: TypedCase) -> EntryId:
    begun = card(made)
    with made.as_person("Rana") as case:
        for check in CardCheck:
            check_card(case, begun, check, {"allegation": "You closed it.", "deadline": "Friday", "answer": "no comment"})
        settle_card(case, begun, CardState.CLEARED, suggested="The papers say that the council closed the bridge.")
    return begun


def test_no_word_that_was_typed_or_quoted_stands_in_the_ledger(made: TypedCase) -> None:
    begun = cleared(made)

    with made.reading() as case:
        told = b"".join(canonical_json(entry.body) for entry, _ in case.view.entries())
        assert not [each for each in (SENTENCE, "يمنع", "no comment", "two papers") if each.encode() in told]
        assert CardState.CLEARED is cards(case)[begun].state
        assert verify(case).ok


def test_words_of_a_paper_go_with_it_when_it_is_destroyed_and_the_sentence_stays(made: TypedCase) -> None:
    begun = card(made)
    with made.as_person("Nour") as case:
        destroy(case, plan_destruction(case.reading, made.letter), why="court order", with_members=False)

    with made.reading() as case:
        (put,) = cards(case)[begun].evidence
        assert put.words in named_words(case.view.entries(), [made.letter])
        assert put.words not in set(case.blobs.ids())
        assert cards(case)[begun].wordings[0].words in set(case.blobs.ids())
        assert verify(case).ok


def test_nobody_clears_what_they_wrote_alone(made: TypedCase) -> None:
    begun = card(made)
    with made.as_person("Nour") as case, pytest.raises(NotAllowedError, match="somebody else"):
        check_card(case, begun, CardCheck.SECOND_EYES, {})
    with made.as_person("Nour") as case, pytest.raises(NotAllowedError, match="cannot be cleared yet"):
        settle_card(case, begun, CardState.CLEARED)


def test_only_who_put_it_there_takes_it_back(made: TypedCase) -> None:
    begun = card(made)
    with made.reading() as reading:
        (put,) = cards(reading)[begun].evidence
    with made.as_person("Rana") as case, pytest.raises(NotAllowedError, match="only Nour"):
        take_back_from_card(case, put.signed.id)
    with made.as_person("Nour") as case:
        take_back_from_card(case, put.signed.id[:12])
        assert () == find_card(case.reading, begun).evidence
        with pytest.raises(NotFoundError):
            take_back_from_card(case, put.signed.id)


def test_a_conclusion_rests_on_what_is_on_the_card(made: TypedCase) -> None:
    begun = card(made)
    with made.as_person("Nour") as case:
        (put,) = find_card(case.reading, begun).evidence
        put_evidence(case, begun, Evidence(Bearing.SUPPORTS, CardStrip.CONCLUDED, said="So it was meant.", rests_on=(put.signed.id,)))
        with pytest.raises(NotFoundError, match="not on the card"):
            put_evidence(case, begun, Evidence(Bearing.SUPPORTS, CardStrip.CONCLUDED, said="So.", rests_on=(EntryId("f" * 64),)))


def test_a_name_that_may_tell_who_a_person_is_never_enters_the_ledger(made: TypedCase) -> None:
    begun = card(made)
    told = Evidence(Bearing.SUPPORTS, CardStrip.PEOPLE, witness="Salim al-Wardi", knows=Knows.SAW, said="He saw it.")
    with made.as_person("Nour") as case, pytest.raises(UsageError):
        put_evidence(case, begun, told)
    with made.reading() as case:
        assert b"Wardi" not in b"".join(canonical_json(entry.body) for entry, _ in case.view.entries())


@pytest.mark.parametrize(
    "wrong",
    [
        Evidence(Bearing.SUPPORTS, CardStrip.PAPER),
        Evidence(Bearing.SUPPORTS, CardStrip.PEOPLE, witness="plover", said="It fell."),
        Evidence(Bearing.SUPPORTS, CardStrip.PEOPLE, knows=Knows.SAW, said="It fell."),
        Evidence(Bearing.SUPPORTS, CardStrip.PEOPLE, witness="plover", knows=Knows.SAW),
        Evidence(Bearing.SUPPORTS, CardStrip.PEOPLE, witness="plover-1", knows=Knows.HEARD, heard_from="plover-1", said="It fell."),
        Evidence(Bearing.SUPPORTS, CardStrip.CONCLUDED),
        Evidence(Bearing.SUPPORTS, CardStrip.CONCLUDED, said="a\x07"),
    ],
)
def test_what_is_no_evidence_is_told_and_nothing_is_written(made: TypedCase, wrong: Evidence) -> None:
    begun = card(made)
    with made.as_person("Nour") as case, pytest.raises(UsageError):
        put_evidence(case, begun, wrong)
    with made.reading() as case:
        assert 1 == len(cards(case)[begun].evidence)


def test_wrong_places_sentences_reasons_and_cards_are_told(made: TypedCase) -> None:
    begun = card(made)
    with made.as_person("Nour") as case:
        for wrong in (
            lambda: word_card(case, "  "),
            lambda: word_card(case, "x" * 501),
            lambda: word_card(case, SENTENCE, card="f" * 64),
            lambda: put_evidence(case, begun, Evidence(Bearing.SUPPORTS, CardStrip.PAPER, Span(made.letter, 9, 0, 3))),
            lambda: put_evidence(case, begun, Evidence(Bearing.SUPPORTS, CardStrip.PAPER, Span(made.letter, 1, 0, 10_000))),
            lambda: weigh_explanation(case, begun, Explanation.PLANTED, Weighed.RULED_OUT, " "),
            lambda: check_card(case, begun, CardCheck.REPLY, {"allegation": "You closed it."}),
            lambda: check_card(case, begun, CardCheck.REPLY, {"answer": "no comment"}),
            lambda: weigh_explanation(case, begun, Explanation.PLANTED, Weighed.RULED_OUT, "\u200b"),
            lambda: word_card(case, "\u200b."),
            lambda: settle_card(case, begun, CardState.REFUSED),
            lambda: find_card(case.reading, ""),
        ):
            with pytest.raises(KashfError):
                wrong()


def test_an_entry_that_is_not_there_is_asked_for_where_entries_are_listed(made: TypedCase) -> None:
    begun = card(made)
    with made.as_person("Nour") as case:
        for wrong in (
            lambda: take_back_from_card(case, "f" * 64),
            lambda: find_card(case.reading, "f" * 64),
            lambda: put_evidence(case, begun, Evidence(Bearing.SUPPORTS, CardStrip.CONCLUDED, said="x", rests_on=(EntryId("f" * 64),))),
        ):
            with pytest.raises(NoSuchEntryError) as caught:
                wrong()
            assert "kashf claim CASE show CARD" in caught.value.hint
