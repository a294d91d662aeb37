"""Phrases over the end of a page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kashf.adapters.index import TantivyIndex
from kashf.domain.document import Page
from kashf.search.passages import Indexable
from kashf.services.case.open import OpenCase
from kashf.services.search.find import find
from kashf.services.search.index_passages import index_documents
from tests.fakes import FakeBlobs, FakeCaseView, FakeSealed
from tests.searchable import BARE


def case_of_pages(folder: Path, *texts: str, **changes: object) -> OpenCase:
    """Return a case with one document of several pages."""
    record = replace(BARE, pages=len(texts), **changes)  # type: ignore[arg-type]  # the caller names fields of the record
    pages = tuple(Page(number, text) for number, text in enumerate(texts, start=1))
    index = TantivyIndex(folder / "index")
    writer = index.writer()
    index_documents([Indexable(record, pages, places=("orders/Plan_12.pdf",))], writer=writer)
    writer.commit()
    writer.close()
    view = FakeCaseView(known={record.id: record}, texts={record.id: pages})
    return OpenCase(folder, "case", view, index, FakeBlobs(), FakeSealed())


def test_a_phrase_that_goes_on_on_the_next_page_is_cited_where_it_begins(tmp_path: Path) -> None:
    text = "they moved the heavy\n- 1 -\n"
    case = case_of_pages(tmp_path, text, "2\nweapons at night", "weapons")

    (hit,) = find(case, '"the heavy weapons"').hits

    assert (1, "the heavy") == (hit.page, text[hit.start : hit.end][:9])
    assert ["phrase"] == [why.by for why in hit.why]


def test_words_of_different_pages_are_found_together_unless_asked_for_on_one(tmp_path: Path) -> None:
    case = case_of_pages(tmp_path, "a convoy left", "with fuel", "nothing")

    assert [1, 2] == sorted(hit.page for hit in find(case, "convoy fuel").hits)
    assert 0 == find(case, "convoy fuel within:page").total == find(case, "convoy -fuel").total
    assert 1 == find(case, "convoy -fuel within:page").total


def test_what_is_known_of_the_file_narrows_to_its_document(tmp_path: Path) -> None:
    case = case_of_pages(tmp_path, "a convoy left", metadata={"author": "Munir Halwan", "title": "Supply"})

    found = [
        find(case, f"convoy {field}").total for field in ("name:plan", "folder:orders", "author:halwan", "title:supply", "name:orders")
    ]

    assert [1, 1, 1, 1, 0] == found
