"""Forms of English words."""

from __future__ import annotations

import pytest

from kashf.language.forms.english import english_forms
from kashf.language.words.folding import Folded


@pytest.mark.parametrize(
    ("asked", "form"),
    [
        *(("attack", form) for form in ("attacks", "attacked", "attacking")),
        *(("carried", form) for form in ("carry", "carries", "carrying")),
        *(("smuggling", form) for form in ("smuggle", "smuggled", "smuggles")),
        *(("planned", form) for form in ("plan", "planning")),
        ("boxes", "box"),
        ("men", "man"),
        ("bought", "buying"),
        ("withdrew", "withdrawn"),
    ],
)
def test_a_form_of_the_same_word_is_among_what_is_looked_for(asked: str, form: str) -> None:
    assert form in english_forms(Folded(asked))


@pytest.mark.parametrize(("asked", "other"), [("king", "k"), ("pass", "pas"), ("oil", "oiled"), ("red", "r")])
def test_another_word_is_not(asked: str, other: str) -> None:
    assert other not in english_forms(Folded(asked))
