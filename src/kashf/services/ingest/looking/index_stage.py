"""Puts what was read into the search index."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kashf.domain.ids import DocumentId
from kashf.ports.search import IndexWriter, Passage
from kashf.ports.stages import INDEX
from kashf.services.case.open import WritableCase
from kashf.services.case.versions import INDEX_VERSION
from kashf.services.ingest.stage_work import Progress, Report
from kashf.services.search.index_passages import put_passages

#: Seconds between commits of the index, each of which writes a segment.
_INDEX_SECONDS: Final = 15.0
#: Words remembered as learned, so that they are not learned again.
_MOST_REMEMBERED: Final = 1_000_000


@dataclass(slots=True)
class IndexWork:
    """The stage that indexes what workers cut into passages.

    Args:
        case: Which case.
        writer: Of its index.
        report: Told how far it is.
        done: Documents indexed so far.
    """

    case: WritableCase
    writer: IndexWriter
    report: Report
    done: int = 0
    _unflushed: list[DocumentId] = field(default_factory=list)
    _words: set[str] = field(default_factory=set)
    _flushed_at: float = field(default_factory=time.monotonic)

    @property
    def is_busy(self) -> bool:
        """Whether something is not durable yet."""
        return bool(self._unflushed)

    def put(self, cut: Mapping[DocumentId, Sequence[Passage]]) -> None:
        """Put the passages of some documents in place of those they had."""
        self.writer.drop(list(cut))
        words = put_passages(cut.values(), writer=self.writer, known=self._words)
        if len(self._words) > _MOST_REMEMBERED:
            self._words.clear()  # Those that come again are in the list already, which costs time alone.
        self._words.update(words)
        with self.case.store.unit() as uow:
            uow.learn_words(words)
            uow.commit()
        self._unflushed += cut
        self.done += len(cut)
        self.report(Progress(INDEX.name, self.done))

    def go_on(self, *, is_idle: bool) -> bool:
        """Make the index durable when it is time to, and return whether it was made so."""
        if not self._unflushed or not (is_idle or time.monotonic() - self._flushed_at > _INDEX_SECONDS):
            return False
        self.finish()
        return True

    def finish(self) -> None:
        """Make the index durable, and only then call its jobs done."""
        if self._unflushed:
            self.writer.commit()
            with self.case.store.unit() as uow:
                uow.finish(INDEX, self._unflushed, version=INDEX_VERSION)
                uow.commit()
            self._unflushed.clear()
        self._flushed_at = time.monotonic()
