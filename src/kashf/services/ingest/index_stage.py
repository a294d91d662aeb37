"""Puts what was read into the search index."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from kashf.domain.ids import DocumentId
from kashf.ports.search import IndexWriter
from kashf.ports.stages import INDEX, DocumentStage
from kashf.search.passages import Indexable
from kashf.services.case.open import WritableCase
from kashf.services.case.versions import INDEX_VERSION
from kashf.services.ingest.leasing import lease
from kashf.services.ingest.stage_work import Progress, Report
from kashf.services.search.find import index_documents
from kashf.services.translated.searched_translations import TranslatedTexts

#: Seconds between commits of the index, each of which writes a segment.
_INDEX_SECONDS: Final = 15.0


@dataclass(slots=True)
class IndexWork:
    """The stage that indexes.

    Args:
        case: Which case.
        writer: Of its index.
        report: Told how far it is.
        done: Documents indexed so far.
    """

    case: WritableCase
    writer: IndexWriter
    report: Report
    stage: DocumentStage = INDEX
    version: str = INDEX_VERSION
    done: int = 0
    _unflushed: list[DocumentId] = field(default_factory=list)
    _words: set[str] = field(default_factory=set)
    _translated: TranslatedTexts = field(init=False)
    _flushed_at: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        """Begin to follow what is translated."""
        self._translated = TranslatedTexts(self.case.reading)

    @property
    def is_busy(self) -> bool:
        """Nothing is under way elsewhere."""
        return False

    def go_on(self, *, is_idle: bool) -> bool:
        """Index what was read, as far as one lease goes, and return whether there was anything."""
        jobs = lease(self.case, INDEX)
        if jobs:
            self._index([job.document for job in jobs])
        if time.monotonic() - self._flushed_at > _INDEX_SECONDS or (is_idle and not jobs):
            self.finish()
        return bool(jobs)

    def finish(self) -> None:
        """Make the index durable, and only then call its jobs done."""
        if self._unflushed:
            self.writer.commit()
            with self.case.store.unit() as uow:
                uow.finish(INDEX, self._unflushed, version=self.version)
                uow.commit()
            self._unflushed.clear()
        self._flushed_at = time.monotonic()

    def _index(self, documents: Sequence[DocumentId]) -> None:
        self.writer.drop(documents)
        words = index_documents(list(self._indexables(documents)), writer=self.writer, known=self._words)
        self._words.update(words)
        with self.case.store.unit() as uow:
            uow.learn_words(words)
            uow.commit()
        self._unflushed += documents
        self.done += len(documents)
        self.report(Progress(INDEX.name, self.done))

    def _indexables(self, documents: Sequence[DocumentId]) -> Iterator[Indexable]:
        view = self.case.reading.view
        channels, places = view.channels(documents), view.places(documents)
        for found in view.records(documents):
            yield Indexable(found, view.pages(found.id), channels[found.id], places[found.id], self._translated.of(found.id))
