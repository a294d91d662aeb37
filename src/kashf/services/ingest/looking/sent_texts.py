"""What a worker that looks through texts is sent: documents with their pages, as bytes of JSON, and as a view of just these inside."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Mark, MarkKind, Origin, Page, Status
from kashf.domain.ids import DocumentId
from kashf.ports.views import DocumentRecord
from kashf.search.passages import Indexable, TranslatedText


@dataclass(frozen=True, slots=True)
class SentText:
    """A document to be looked through.

    Args:
        record: What the case knows of it.
        pages: All of them, without the places of words on images.
        stages: Names of the stages that are to be done.
        channels: Who passed it on; sent for the index alone, as are `places` and `translations`.
        places: Where it was seen.
        translations: Of its pages.
        also_read: What else machines read on its pages; sent for letters and dates alone.
    """

    record: DocumentRecord
    pages: tuple[Page, ...]
    stages: tuple[str, ...]
    channels: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    translations: tuple[TranslatedText, ...] = ()
    also_read: tuple[Page, ...] = ()

    @property
    def indexable(self) -> Indexable:
        """It as the index takes it."""
        return Indexable(self.record, self.pages, self.channels, self.places, self.translations)

    def only(self, *stages: str) -> SentText:
        """Return it for other stages."""
        return replace(self, stages=stages)


class SentView:
    """The part of a case's view that stages of texts look at, over what was sent.

    Args:
        sent: The documents there are.
    """

    def __init__(self, sent: Sequence[SentText]) -> None:
        self._sent = {each.record.id: each for each in sent}

    def records(self, documents: Sequence[DocumentId]) -> tuple[DocumentRecord, ...]:
        """Return what is known of some documents, in the order asked for; unknown ids are left out."""
        return tuple(self._sent[id].record for id in documents if id in self._sent)

    def bare_pages(self, documents: Sequence[DocumentId]) -> Iterator[tuple[DocumentId, tuple[Page, ...]]]:
        """Yield some documents with their pages in order; documents without pages are left out."""
        for id in documents:
            if id in self._sent and self._sent[id].pages:
                yield id, self._sent[id].pages

    def bare_second_readings(self, documents: Sequence[DocumentId]) -> Iterator[tuple[DocumentId, tuple[Page, ...]]]:
        """Yield some documents with what else machines read on their pages; documents of which nothing was read twice are left out."""
        for id in documents:
            if id in self._sent and self._sent[id].also_read:
                yield id, self._sent[id].also_read


def packed(sent: Sequence[SentText]) -> bytes:
    """Return documents as they are sent."""
    return json.dumps([_plain(each) for each in sent], ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpacked_texts(payload: bytes) -> tuple[SentText, ...]:
    """Return the documents that `packed` wrote; it is from our own side, but for their texts."""
    return tuple(_sent_text(each) for each in json.loads(payload.decode("utf-8", "surrogatepass")))


def _plain(sent: SentText) -> dict[str, Any]:
    record = {field.name: getattr(sent.record, field.name) for field in fields(DocumentRecord)}
    record |= {
        "file_date": dict(sent.record.file_date.as_json()),
        "metadata": dict(sent.record.metadata),
        "engines": dict(sent.record.engines),
    }
    pages, also_read = ([_plain_page(page) for page in each] for each in (sent.pages, sent.also_read))
    translations = [[each.page, each.number, each.language, each.texts] for each in sent.translations]
    told = {"channels": sent.channels, "places": sent.places, "translations": translations}
    return {"record": record, "pages": pages, "also_read": also_read, "stages": sent.stages, **told}


def _plain_page(page: Page) -> list[Any]:
    return [page.number, page.text, page.origin, page.confidence, [[mark.start, mark.end, mark.kind] for mark in page.marks]]


def _sent_text(plain: Mapping[str, Any]) -> SentText:
    record = {**plain["record"]}
    record["file_date"] = FuzzyDate.from_json(record["file_date"])
    record["status"] = Status(record["status"]) if record["status"] else None
    translations = (TranslatedText(page, number, language, tuple(texts)) for page, number, language, texts in plain["translations"])
    told = {name: tuple(plain[name]) for name in ("stages", "channels", "places")}
    told |= {"translations": tuple(translations), "also_read": tuple(map(_page, plain["also_read"]))}
    return SentText(DocumentRecord(**record), tuple(map(_page, plain["pages"])), **told)


def _page(plain: Sequence[Any]) -> Page:
    number, text, origin, confidence, marks = plain
    return Page(number, text, Origin(origin), confidence, tuple(Mark(start, end, MarkKind(kind)) for start, end, kind in marks))
