from __future__ import annotations

from pathlib import Path

from kashf.adapters.index import TantivyIndex
from kashf.domain.document import Page
from kashf.search.passages import Indexable
from kashf.services.ingest.looking.index_passages import index_documents
from tests.searchable import BARE


def test_words_known_already_and_such_as_are_no_names_are_not_learned_again(tmp_path: Path) -> None:
    item = Indexable(BARE, (Page(1, f"Omar oil T72 x {'y' * 41}"),))
    writer = TantivyIndex(tmp_path).writer()

    assert {"omar"} == set(index_documents([item], writer=writer, known={"oil"}))
    writer.close()
