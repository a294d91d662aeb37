from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kashf.adapters.index import TantivyIndex
from kashf.domain.document import Page
from kashf.ports.search import TRANSLATION
from kashf.search.passages import Indexable, TranslatedText
from kashf.services.search.index_passages import all_passages, index_documents
from tests.searchable import BARE


def test_words_known_already_and_such_as_are_no_names_are_not_learned_again(tmp_path: Path) -> None:
    item = Indexable(BARE, (Page(1, f"Omar oil T72 x {'y' * 41}"),))
    writer = TantivyIndex(tmp_path).writer()

    assert {"omar"} == set(index_documents([item], writer=writer, known={"oil"}))
    writer.close()


def test_what_is_known_of_a_document_comes_before_its_text_and_translations_last() -> None:
    translated = TranslatedText(1, 0, "fr", ("un ordre",))
    made = list(all_passages(Indexable(replace(BARE, name="a.txt"), (Page(1, "the order"),), ("one",), ("a.txt",), (translated,))))

    assert ["name", "", TRANSLATION] == [passage.kind for passage in made]
    assert [0, 1, 1] == [passage.page for passage in made]
