"""Deeds of English clauses by their place."""

from __future__ import annotations

import pytest

from kashf.events.letters.forces.latin_deeds import joined_latin, latin_bare, latin_deed_behind


@pytest.mark.parametrize(
    ("text", "code", "kind"),
    [
        ("move the mortars to the quarry", "order", "transfer"),
        ("the convoy reached tell asfar at noon", "done", "travel"),
        ("captain minns is transferred to c squadron", "order", "transfer"),
        ("armed men under one of them seized the seed", "done", "confiscate"),
        ("we will mend the roof", "planned", "repair"),
        ("report of the second company", None, None),
        ("having seen what was submitted to us", None, None),
    ],
)
def test_the_form_and_place_of_a_verb_tell_what_is_done_with_it(text: str, code: str | None, kind: str | None) -> None:
    force, deed = latin_bare(text, 0, len(text), is_told=False)
    assert (code, kind) == ((force.code, deed.deed.kind) if force and deed else (None, None))


def test_a_verb_that_is_a_noun_too_is_one_only_before_an_object() -> None:
    assert latin_deed_behind("shall report the loss", 5, 21) is not None
    assert latin_deed_behind("shall have a report", 5, 19) is None


def test_and_adds_verbs_of_the_same_form() -> None:
    text = "clear the culvert, then inspect its state and the banks"
    _, head = latin_bare(text, 0, len(text), is_told=False)
    assert head is not None
    assert ["inspect"] == [text[each.start : each.end] for each in joined_latin(text, head, len(text))]


def test_a_second_passive_begins_at_its_subject() -> None:
    text = "twelve crates have been unloaded and the drivers were paid"
    _, head = latin_bare(text, 0, len(text), is_told=False)
    assert head is not None
    assert ["and the drivers were paid"] == [text[each.start : each.end] for each in joined_latin(text, head, len(text))]
