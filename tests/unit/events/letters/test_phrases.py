from __future__ import annotations

import re

import pytest

from kashf.events.letters.phrases import any_of, signs_of
from kashf.language.tables.letters.deadline_words import RULES
from kashf.language.tables.letters.structure.paper_kinds import TELLING
from kashf.language.words.folding import fold


@pytest.mark.parametrize("phrases", [*RULES.values(), *TELLING.values()])
def test_where_a_phrase_stands_one_of_its_signs_does(phrases: str) -> None:
    signs = signs_of(phrases)

    assert all(re.fullmatch(r"\w+", sign) for sign in signs if phrases in RULES.values())
    for phrase in phrases.split("|"):
        said = fold(f"a {phrase}: b")
        assert any(sign in said for sign in signs), phrase
        if "#" not in phrase and "$" not in phrase and "@" not in phrase:
            assert re.search(any_of(phrases), said)


@pytest.mark.parametrize(
    ("said", "longest"),
    [("carried out by", "carried out"), ("carried off", "carried"), ("carrying", "carry"), ("no. 7", "no."), ("no 7", "no")],
)
def test_of_phrases_that_begin_alike_the_longest_is_found(said: str, longest: str) -> None:
    found = re.match(any_of("no|carry|carried|carried out|no."), said)

    assert found is not None
    assert longest == found[0]
