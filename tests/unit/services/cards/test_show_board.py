"""A board is shown with who leads, what would turn it over, and what moved since its card was cleared."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.cards.card_entries import Bearing, BoardRow, CardCheck, CardState, CardStrip, CellBand, Explanation, Knows, Weighed
from kashf.domain.cards.genuine_band import GenuineBand
from kashf.domain.document import Span
from kashf.domain.ids import EntryId
from kashf.errors import NotFoundError, UsageError
from kashf.services.cards.set_cell import set_cell, set_genuine
from kashf.services.cards.settle_card import settle_card
from kashf.services.cards.show_board import ShownBoard, court_board, show_board
from kashf.services.cards.show_card import show_card
from kashf.services.cards.write_card import (
    Evidence,
    check_card,
    find_card,
    put_evidence,
    take_back_from_card,
    weigh_explanation,
    word_card,
)
from kashf.show.cards.board_lines import board_answer, board_lines
from kashf.show.cards.suggested_words import suggested_for
from tests.corrected import ORDER, letter_case
from tests.transcribed import TypedCase

SENTENCE = "The council closed the bridge before anybody had asked."
OTHERS = (BoardRow.COINCIDENCE, BoardRow.OWN_INTELLIGENCE, BoardRow.WARNING)
WITNESS = Evidence(Bearing.SUPPORTS, CardStrip.PEOPLE, witness="plover-1", knows=Knows.SAW, said="It was closed.")


@pytest.fixture
def made(tmp_path: Path) -> TypedCase:
    return letter_case(tmp_path)


def begun(made: TypedCase) -> EntryId:
    start = ORDER.index("يمنع")
    with made.as_person("Nour") as case:
        card = word_card(case, SENTENCE)
        put_evidence(case, card, Evidence(Bearing.SUPPORTS, CardStrip.PAPER, Span(made.letter, 1, start, start + 4)))
        for each in Explanation:
            weigh_explanation(case, card, each, Weighed.RULED_OUT, "two papers and a person")
    return card


def board(made: TypedCase, card: EntryId) -> ShownBoard:
    with made.reading() as case:
        found = show_board(case, show_card(case, find_card(case, card), reader=""))
    assert found is not None
    return found


def test_a_card_without_evidence_has_no_board_and_no_ratios(made: TypedCase) -> None:
    with made.as_person("Nour") as case:
        shown = show_card(case.reading, find_card(case.reading, word_card(case, SENTENCE)), reader="")
        assert (None, ()) == (show_board(case.reading, shown), court_board(shown))


def test_ruling_out_in_words_gives_nobody_the_lead_and_another_road_and_a_band_do(made: TypedCase) -> None:
    card = begun(made)
    assert (tuple(BoardRow), None) == (board(made, card).leaders, board(made, card).likely)

    with made.as_person("Nour") as case:
        put_evidence(case, card, WITNESS)
        paper = board(made, card).made.columns[0].id
        for row in OTHERS:
            set_cell(case, card, paper, row, CellBand.HARDLY, "the register of that day")
    found = board(made, card)
    assert ((BoardRow.AS_READ,), (CardStrip.PAPER, CardStrip.PEOPLE)) == (found.leaders, found.strips)
    with made.reading() as case:
        english, arabic = suggested_for(case, card).splitlines()
    assert english.startswith(f"Papers and people say: “{SENTENCE}”")
    assert SENTENCE in arabic


def test_a_cell_needs_a_reason_and_its_column_and_is_taken_back(made: TypedCase) -> None:
    card = begun(made)
    entry = board(made, card).made.columns[0].id
    with made.as_person("Nour") as case:
        with pytest.raises(UsageError):
            set_cell(case, card, entry, BoardRow.SELECTION, CellBand.HARDLY, " ")
        with pytest.raises(NotFoundError):
            set_cell(case, card, "ffff", BoardRow.SELECTION, CellBand.HARDLY, "asked for all")
        put = set_cell(case, card, entry, BoardRow.SELECTION, CellBand.HARDLY, "asked for all")
        assert BoardRow.SELECTION not in board(made, card).leaders
        take_back_from_card(case, put)
    assert BoardRow.SELECTION in board(made, card).leaders


def test_what_moved_since_it_was_cleared_is_told(made: TypedCase) -> None:
    card = begun(made)
    with made.as_person("Rana") as case:
        for check in CardCheck:
            check_card(case, card, check, {"allegation": "You did.", "deadline": "Friday", "answer": "no comment"})
        settle_card(case, card, CardState.CLEARED)
    assert board(made, card).moved is None

    with made.as_person("Nour") as case:
        put_evidence(case, card, WITNESS)
    moved = board(made, card).moved
    assert moved is not None
    before, after = next((was, now) for row, was, now in moved.moved if row == BoardRow.AS_READ)
    assert before is not None
    assert after is not None
    assert before < after


def test_a_paper_is_judged_genuine_with_a_reason_and_taken_back_and_no_person_is(made: TypedCase) -> None:
    card = begun(made)
    entry = board(made, card).made.columns[0].id
    assert board(made, card).made.columns[0].genuine is None
    with made.as_person("Nour") as case:
        person = put_evidence(case, card, WITNESS)
        with pytest.raises(UsageError):
            set_genuine(case, card, entry, GenuineBand.OPEN, " ")
        with pytest.raises(UsageError):
            set_genuine(case, card, person, GenuineBand.OPEN, "he may lie")
        put = set_genuine(case, card, entry, GenuineBand.OPEN, "the number was not looked up")
    with made.reading() as case:
        shown = show_card(case, find_card(case, card), reader="")
        found = show_board(case, shown)
        assert found is not None
        assert any("the number was not looked up" in line and "0.05 to 0.95" in line for line in board_lines(shown, found))
        told = board_answer(shown, found)["evidence"][0]
        assert ("open", 0.05, "Nour") == (told["genuine"]["band"], told["genuine"]["low"], told["genuine"]["by"])
    with made.as_person("Nour") as case:
        take_back_from_card(case, put)
    with made.reading() as case:
        shown = show_card(case, find_card(case, card), reader="")
        found = show_board(case, shown)
        assert found is not None
        assert any("genuineness not judged" in line for line in board_lines(shown, found))
