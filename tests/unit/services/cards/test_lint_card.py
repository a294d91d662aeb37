"""A number is bound by what stands on the card, and a word of collusion by the board's lead, in either digits."""

from __future__ import annotations

from kashf.domain.ids import EntryId
from kashf.evidence.wording.sentence_linter import LintRule
from kashf.services.cards.lint_card import board_lead, card_faults

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
