from __future__ import annotations

from dataclasses import replace

from kashf.domain.document import Page
from kashf.ports.search import TRANSLATION
from kashf.search.all_passages import all_passages
from kashf.search.passages import Indexable, TranslatedText
from tests.searchable import BARE


def test_what_is_known_of_a_document_comes_before_its_text_and_translations_last() -> None:
    translated = TranslatedText(1, 0, "fr", ("un ordre",))
    made = list(all_passages(Indexable(replace(BARE, name="a.txt"), (Page(1, "the order"),), ("one",), ("a.txt",), (translated,))))

    assert ["name", "", TRANSLATION] == [passage.kind for passage in made]
    assert [0, 1, 1] == [passage.page for passage in made]
