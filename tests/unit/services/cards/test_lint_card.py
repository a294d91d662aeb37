"""A number is bound by what stands on the card, and a word of collusion by the board's lead, in either digits."""

from __future__ import annotations

from kashf.domain.cards.card_entries import BoardRow, CellBand
from kashf.domain.ids import EntryId
from kashf.evidence.wording.sentence_linter import LintRule
from kashf.services.cards.lint_card import board_lead, card_faults
from tests.unit.evidence.hypotheses.test_card_board import RULED_OUT, cell, made, paper, person

ENTRY = EntryId("e" * 64)


def rules(sentence: str, *sources: str, lead: str = "") -> list[LintRule]:
    return [each.fault.rule for each in card_faults(sentence, {}, sources, lead)]


def test_a_number_has_to_stand_on_the_card() -> None:
    assert [LintRule.UNBOUND_NUMBER] == rules("450 men left.", "٤٥ رجلًا")
    assert [] == rules("450 men left.", "غادر ٤٥٠ رجلًا")


def test_a_word_of_collusion_needs_the_lead_in_the_sentence() -> None:
    assert LintRule.COLLUSION in rules("They agreed.", lead="16:1")
    assert [] == rules("They agreed (16:1).", lead="16:1")
    assert [] == rules("اتفقوا (١٦:١).", lead="16:1")
    assert LintRule.COLLUSION in rules("They agreed (16:1).")
    assert "" == board_lead(None)


def test_a_conclusion_is_held_to_the_same_with_its_place_and_its_own_signs() -> None:
    (fault,) = card_faults("It fell.", {ENTRY: "في ١٤ وثيقة"}, (), "")

    assert (ENTRY, "١٤") == (fault.entry, fault.fault.words)


def test_what_somebody_rules_out_or_says_carries_no_word_of_collusion_and_a_paper_does() -> None:
    over = (BoardRow.OWN_INTELLIGENCE, BoardRow.WARNING)
    by_word = [cell(20 + n, number, CellBand.HARDLY, row) for number in (2, 100) for n, row in enumerate(over)]
    by_paper = [cell(30 + n, 1, CellBand.HARDLY, row) for n, row in enumerate(over)]
    witness = [paper(1, "kestrel"), person(2, "plover")]

    assert "" == board_lead(made([paper(1, "kestrel")], RULED_OUT))
    assert "" == board_lead(made([person(2, "plover")], RULED_OUT, by_word))
    assert "" == board_lead(made(witness, RULED_OUT, by_word))
    assert "16:1" == board_lead(made(witness, RULED_OUT, by_paper))
    assert "16:1" == board_lead(made(witness, RULED_OUT, [*by_paper, *by_word]))
