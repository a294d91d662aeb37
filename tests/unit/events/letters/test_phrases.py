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
