"""A made-up case with a real index in a folder of the test."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kashf.adapters.index import TantivyIndex
from kashf.domain.date import UNDATED
from kashf.domain.document import Page, Status
from kashf.domain.ids import DocumentId
from kashf.ports.stages import DATES
from kashf.ports.views import DocumentRecord, Totals
from kashf.search.passages import Indexable
from kashf.services.case.open import OpenCase
from kashf.services.dates.keep_dates import keep_dates
from kashf.services.search.index_passages import index_documents
from tests.fakes import FakeBlobs, FakeCaseView, FakeSealed

BARE = DocumentRecord(
    id=DocumentId("0" * 64),
    name="",
    size_bytes=1,
    type="text/plain",
    status=Status.DONE,
    reason="",
    detail="",
    pages=1,
    origin="digital",
    title="",
    file_date=UNDATED,
    sender="",
    recipient="",
    language="ar",
    text_key=None,
    metadata={},
    engines={},
)


def case_of(folder: Path, *pages: Page | str, **changes: object) -> OpenCase:
    """Return a case with a document for each page, indexed; its id begins with its number."""
    found = [page if isinstance(page, Page) else Page(1, page) for page in pages]
    records = [
        replace(BARE, id=DocumentId(f"{number:064x}"[::-1]), name=f"{number}.txt", **changes)  # type: ignore[arg-type] - the caller names fields of the record
        for number in range(len(found))
    ]
    index = TantivyIndex(folder / "index")
    writer = index.writer()
    items = [Indexable(record, (page,), ("one",)) for record, page in zip(records, found, strict=True)]
    words: dict[str, tuple[str, ...]] = {}
    for word, code in index_documents(items, writer=writer).items():
        words[code] = (*words.get(code, ()), word)
    writer.commit()
    writer.close()
    view = FakeCaseView(
        is_so=Totals(len(found) + 3, len(found), waiting=2, without_text=1, unsure_pages=sum(not page.is_sure for page in found)),
        known={record.id: record for record in records},
        texts={record.id: (page,) for record, page in zip(records, found, strict=True)},
        words=words,
    )
    view.rows[DATES.name] = dict(keep_dates(view, sorted(view.known)))
    return OpenCase(folder, "case", view, index, FakeBlobs(), FakeSealed())
