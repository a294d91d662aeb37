"""Each letter has its own text, also where a document holds several, and nothing of what is sealed."""

from __future__ import annotations

from pathlib import Path

from kashf.domain.letters.letter import Letter, PartOf
from kashf.services.chains.letter_texts import texts_of
from kashf.services.letters.list_letters import ListedLetter
from tests.searchable import case_of


def test_each_of_several_letters_of_a_document_has_its_own_words_at_their_places(tmp_path: Path) -> None:
    case = case_of(tmp_path, "first one\nsecond two", "third")
    both, third = sorted(case.view.known, key=lambda each: len(case.view.pages(each)[0].text), reverse=True)
    parts = [PartOf(1, 2, 1, 0, 9), PartOf(2, 2, 1, 10, 20)]

    texts = texts_of(case, [*(ListedLetter(both, "", Letter(part=part)) for part in parts), ListedLetter(third, "", Letter())])

    assert [[(1, "first one\n")], [(1, " " * 10 + "second two")], [(1, "third")]] == [list(each) for each in texts.values()]
