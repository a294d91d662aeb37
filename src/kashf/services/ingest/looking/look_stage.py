"""The stages that need nothing but what was read: workers look through texts, this thread stores what they find."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, Final

from kashf.domain.document import Reason, Status
from kashf.domain.ids import DocumentId
from kashf.ports.counted.received_costs import LOOKING, Cost
from kashf.ports.engines import MAX_DETAIL_LENGTH
from kashf.ports.stages import DATES, INDEX, LETTERS, NAMES, DocumentStage
from kashf.ports.stores import UnitOfWork
from kashf.services.case.open import WritableCase
from kashf.services.ingest.budgets.case_accounts import keep_costs, open_accounts, tell_over_budget
from kashf.services.ingest.looking.index_stage import IndexWork
from kashf.services.ingest.looking.sent_texts import SentText
from kashf.services.ingest.looking.text_crew import Looked, TextCrew
from kashf.services.ingest.stage_work import Progress, Report
from kashf.services.translated.searched_translations import TranslatedTexts

#: Documents looked through by one child, at most: it knows the words of those before, and its start costs some ten of them.
_TOGETHER: Final = 128
#: Code points of their pages, at most, or of one document alone.
_CHARACTERS_TOGETHER: Final = 1_000_000
#: Their pages, at most, or those of one document alone.
_PAGES_TOGETHER: Final = 1000
#: Batches under way for each worker: one at work, one that waits.
_AHEAD: Final = 2
#: Stages that look at what else was read on a page.
_READ_TWICE: Final = frozenset((LETTERS.name, DATES.name))
#: Rows kept in one transaction, or a few more, at 1 kB of memory each.
_MOST_UNKEPT: Final = 50_000
#: Seconds of work that a power cut may cost.
_KEEP_SECONDS: Final = 20.0


@dataclass(slots=True)
class LookWork:
    """Does the stages of texts, all that wait for one document together.

    Args:
        case: Which case.
        crew: Looks through texts.
        versions: Of each stage.
        workers: How many work at once.
        report: Told how far it is.
        indexing: Takes what is cut for the index.
        done: Documents done so far, by stage.
    """

    case: WritableCase
    crew: TextCrew
    versions: Mapping[DocumentStage, str]
    workers: int
    report: Report
    indexing: IndexWork
    done: dict[DocumentStage, int] = field(init=False)
    _taken: dict[DocumentId, list[str]] = field(default_factory=dict)
    #: The batch that is to say what a stage finds in a document; an earlier one of a document that was read again says it too late.
    _due: dict[tuple[DocumentId, str], int] = field(default_factory=dict)
    _sent: int = 0
    _received: int = 0
    _unkept: dict[DocumentStage, dict[DocumentId, Sequence[Any]]] = field(default_factory=dict)
    _failed: list[Looked] = field(default_factory=list)
    _costs: dict[DocumentId, Cost] = field(default_factory=dict)
    _rows: int = 0
    _kept_at: float = field(default_factory=time.monotonic)
    _translated: TranslatedTexts = field(init=False)

    def __post_init__(self) -> None:
        """Begin to count, and to follow what is translated."""
        self.done = dict.fromkeys(self.versions, 0)
        self._translated = TranslatedTexts(self.case.reading)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way, or not kept yet."""
        return bool(self._taken or self.crew.under_way or self._unkept or self._failed)

    def go_on(self, *, is_idle: bool) -> bool:
        """Hand out what waits, take what was found, and keep it when it is time to; returns whether it did anything of this."""
        has_worked = self._send(is_last=is_idle)
        has_worked = self._collect() or has_worked
        is_over = is_idle and not self._taken and not self.crew.under_way
        if is_over:
            self.indexing.finish()  # What can be searched comes before what is known of it.
        is_due = is_over or self._rows >= _MOST_UNKEPT or time.monotonic() - self._kept_at > _KEEP_SECONDS
        if is_due and (self._unkept or self._failed):
            self._keep()
            return True
        return has_worked

    def finish(self) -> None:
        """All is kept."""

    def _send(self, *, is_last: bool) -> bool:
        """Keep the workers busy, and return whether anything was sent; a few documents wait for more while more are being read."""
        has_sent = False
        while self.crew.under_way < self.workers * _AHEAD:
            if len(self._taken) < _TOGETHER:
                self._take()
            if not self._taken or (len(self._taken) < _TOGETHER and not is_last and self.crew.under_way):
                break
            self._send_batch()
            has_sent = True
        return has_sent

    def _take(self) -> None:
        for stage in self.versions:
            with self.case.store.unit() as uow:
                jobs = uow.lease(stage, limit=_TOGETHER)
                uow.commit()
            if stage == NAMES:
                open_accounts(self.case.reading.view, self.crew.book, [job.document for job in jobs], LOOKING)
            for job in jobs:
                # Nothing found on a page that was read again since may be kept under a new lease of it.
                self._due.pop((job.document, stage.name), None)
                if kept := self._unkept.get(stage):
                    kept.pop(job.document, None)
                wanted = self._taken.setdefault(job.document, [])
                if stage.name not in wanted:
                    wanted.append(stage.name)

    def _send_batch(self) -> None:
        documents, characters = self._next_documents(), 0
        batch: list[SentText] = []
        for sent in self._texts(documents):
            characters += sum(len(page.text) for page in sent.pages)
            if batch and characters > _CHARACTERS_TOGETHER:
                break
            batch.append(sent)
        for sent in batch:
            self._due.update(dict.fromkeys(((sent.record.id, name) for name in self._taken.pop(sent.record.id)), self._sent))
        if batch:
            self.crew.ask(batch)
            self._sent += 1
        else:  # None of them is known any more.
            for document in documents:
                del self._taken[document]

    def _next_documents(self) -> list[DocumentId]:
        """Return the documents of the next batch, no more than have some pages together: their texts are held at one time."""
        asked = list(self._taken)[:_TOGETHER]
        pages = {record.id: record.pages for record in self.case.reading.view.records(asked)}
        so_far = accumulate(pages.get(document, 0) for document in asked)
        return asked[: max(1, sum(1 for count in so_far if count <= _PAGES_TOGETHER))]

    def _texts(self, documents: Sequence[DocumentId]) -> Iterator[SentText]:
        view = self.case.reading.view
        pages = dict(view.bare_pages(documents))
        indexed = [document for document in documents if INDEX.name in self._taken[document]]
        channels, places, translated = view.channels(indexed), view.places(indexed), self._translated.of(indexed)
        seconds = dict(view.bare_second_readings([document for document in documents if _READ_TWICE & {*self._taken[document]}]))
        for record in view.records(documents):
            id = record.id
            seen = channels.get(id, ()), places.get(id, ())
            yield SentText(record, pages.get(id, ()), tuple(self._taken[id]), *seen, translated.get(id, ()), seconds.get(id, ()))

    def _collect(self) -> bool:
        has_come = False
        while looked := self.crew.next():
            for each in looked:
                self._take_in(each, self._received)
            self._received += 1
            has_come = True
            if cut := self._unkept.pop(INDEX, None):
                self.indexing.put(cut)
            for stage, done in self.done.items():
                self.report(Progress(stage.name, done))
        return has_come

    def _take_in(self, looked: Looked, batch: int) -> None:
        for stage in self.versions:
            if self._due.get((looked.document, stage.name)) != batch:
                continue
            del self._due[looked.document, stage.name]
            rows = looked.found.get(stage, ())
            self._unkept.setdefault(stage, {})[looked.document] = rows
            self._rows += len(rows) if stage != INDEX else 0
            self.done[stage] += 1
        if looked.reason:
            self._failed.append(looked)
        if NAMES in looked.found:  # what other stages cost when they are done again alone is little beside it
            self._costs[looked.document] = looked.cost

    def _keep(self) -> None:
        self.case.reading.blobs.draft().discard()  # says when the disk is nearly full
        with self.case.store.unit() as uow:
            for stage, items in self._unkept.items():
                uow.put_rows(stage, list(items.items()), version=self.versions[stage])
            for looked in self._failed:
                self._tell(uow, looked)
            keep_costs(uow, self.crew.book, LOOKING, self._costs.items())
            cut = [looked.document for looked in self._failed if looked.is_cut]
            tell_over_budget(uow, self.case.reading.view, self.crew.book, cut)
            uow.commit()
        self._costs.clear()
        self._unkept.clear()
        self._failed.clear()
        self._rows = 0
        self._kept_at = time.monotonic()

    def _tell(self, uow: UnitOfWork, looked: Looked) -> None:
        """Mark a document in which a stage failed: it is there and can be found, but not all of it is known."""
        for record in self.case.reading.view.records([looked.document]):
            if record.status in {Status.DONE, Status.PARTIAL}:
                detail = f"{record.detail}; {looked.detail}" if record.detail else looked.detail
                is_first = record.status is Status.DONE
                reason = looked.reason if is_first else record.reason
                uow.put_outcome(looked.document, Status.PARTIAL, Reason(reason) if reason else None, detail[:MAX_DETAIL_LENGTH])
