"""Documents made up for the tests of the pages."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace

from kashf.domain.date import UNDATED
from kashf.domain.document import Page, Sighting, Status
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.ports.search import PassageHit, PassageHits
from kashf.ports.views import DocumentRecord
from tests.fakes import FakeCaseView, FakeIndex

RECEIVED = dt.datetime(2016, 5, 2, 10, 0, tzinfo=dt.UTC)


def document_id(name: str) -> DocumentId:
    return DocumentId(hashlib.sha256(name.encode("utf-8", "replace")).hexdigest())


def record(name: str = "letters/order 12.txt", **changes: object) -> DocumentRecord:
    plain = DocumentRecord(
        id=document_id(name),
        name=name,
        size_bytes=1840,
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
        engines={"plaintext": "1"},
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # the caller names fields of the record


def receipt(channel: str = "courier", note: str = "", **body: object) -> Entry:
    facts = {"channel": channel, "received": None, "note": note, "manifest": "0" * 64, "files": 1, "bytes": 1840, "unreadable": 0}
    return Entry("d" * 32, 1, GENESIS, RECEIVED, "layla", EntryKind.RECEIPT, {**facts, **body})  # type: ignore[dict-item]  # the values are JSON all the same


def put(view: FakeCaseView, one: DocumentRecord, *pages: Page, path: str | None = None, channel: str = "courier") -> DocumentRecord:
    """Put a document with its pages into a fake case; returns its record, which counts the pages."""
    one = replace(one, pages=len(pages))
    view.known = {**view.known, one.id: one}
    view.texts = {**view.texts, one.id: pages}
    entry = receipt(channel)
    view.ledger = (*view.ledger, entry)
    sighting = Sighting(one.id, path if path is not None else one.name, channel, size_bytes=one.size_bytes)
    view.seen = {**view.seen, one.id: ((sighting, EntryId(entry.id)),)}
    return one


def answer_with(index: FakeIndex, *records: DocumentRecord, view: FakeCaseView) -> None:
    """Have the index answer every query with the first page of each document, whole."""
    lengths = {one.id: len(view.texts[one.id][0].text) for one in records}
    hits = tuple(PassageHit(one.id, 1, 0, lengths[one.id], 1.0) for one in records)
    index.answers = PassageHits(hits, len(hits))
    index.counts = {"type": {one.type: 1 for one in records}, "channel": {"courier": len(records)}}
