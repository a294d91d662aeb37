"""Words of rules."""

from __future__ import annotations

from kashf.language.dates.lines.rule_phrases import rule_tables, signs_of_rules
from kashf.language.words.tokens import words


def test_a_phrase_that_begins_with_a_common_word_is_known_by_its_rarer_one() -> None:
    assert {"every", "tomorrow", "وغدا"} <= signs_of_rules()
    assert not {"the", "of", "من", "في"} & signs_of_rules()


def test_the_longest_phrase_counts_behind_letters_written_onto_it() -> None:
    assert (1, 1) == rule_tables().away.at(words("وغدا"), 0)
    assert rule_tables().away.at(words("never"), 0) is None


def test_a_word_begins_a_rule_only_with_what_has_to_stand_behind_it() -> None:
    begins = rule_tables().begins

    assert begins["tomorrow"] == frozenset()
    assert "day" in begins["the"]
