"""From paths to searchable text: receive, read, index; killed at any moment, it goes on where it stopped."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import Protocol

import kashf
from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.delivery import Collection
from kashf.domain.document import Sighting
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import EntryKind
from kashf.intake.paths import display_path
from kashf.intake.receive import Batch, find_files, receive, write_manifest
from kashf.ports.engines import Limits
from kashf.ports.runtime import Sandbox
from kashf.ports.search import IndexWriter
from kashf.ports.stores import Stage, Totals
from kashf.ports.taggers import Tagger
from kashf.search.passages import Indexable
from kashf.services.case.code_names import enter_source
from kashf.services.case.custody import bring_forward
from kashf.services.case.documents import status
from kashf.services.case.leasing import lease
from kashf.services.case.open import WritableCase
from kashf.services.case.place_decisions import keep_quotes
from kashf.services.case.record import record
from kashf.services.case.versions import INDEX_VERSION, READ_VERSION, names_version
from kashf.services.ingest.readers import Read, Readers
from kashf.services.ingest.taken_up import not_taken_before
from kashf.services.names.regroup import resolve
from kashf.services.names.tag import Naming
from kashf.services.search.find import index_documents

#: Seconds between commits of what was read; more loses more work to a power cut, less costs more fsyncs.
_COMMIT_SECONDS = 1.0
#: Seconds for names before something else has its turn: longer, and the readers would wait for more to read.
_NAMES_SECONDS = 0.2
#: Seconds between commits of the index, each of which writes a segment.
_INDEX_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was said about the files that are received.

    Args:
        channel: Who passed them on, by the code name the case has for them.
        received: When they came into our hands, if not today.
        note: Free words of the person who receives them; sealed, with the paths on this machine.
        collection: What they are to the case.
    """

    channel: str
    received: FuzzyDate = UNDATED
    note: str = ""
    collection: Collection = Collection.LEAK


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of work is.

    Args:
        stage: "receive", "read", "index", "names" or "resolve".
        done: Units done.
        total: Units in all, or 0 when not known yet.
    """

    stage: str
    done: int
    total: int = 0


class Report(Protocol):
    """Takes progress; called often, from one thread."""

    def __call__(self, progress: Progress, /) -> None:
        """Show or keep it."""
        ...


@dataclass(frozen=True, slots=True)
class Received:
    """What one `add` took in.

    Args:
        files: Paths that were looked at.
        new: Sightings not recorded before.
        unreadable: Paths that could not be read.
        receipts: Ids of the receipts written, one a batch.
    """

    files: int = 0
    new: int = 0
    unreadable: int = 0
    receipts: tuple[EntryId, ...] = ()


@dataclass(frozen=True, slots=True)
class HowToRead:
    """How waiting documents are read.

    Args:
        workers: Files read at once, at least 1.
        retry_failed: Take up again what failed before.
        limits: What one file may cost.
    """

    workers: int
    retry_failed: bool = False
    limits: Limits = field(default_factory=Limits)


def add(case: WritableCase, paths: Sequence[Path], delivery: Delivery, *, report: Report) -> Received:
    """Receive files and record where they came from; nothing is opened yet.

    A path that was received before from the same channel with the same bytes is not recorded again, so that an interrupted run
    is taken up by running it again.

    Raises:
        BadPathError: A path does not exist.
        NoSpaceError: The disk is full; what was received is safe.
    """
    bring_forward(case)
    found = find_files(paths, leave_out=case.reading.path)
    sum_up = Received()
    seal = cache(partial(_seal, case, delivery, paths))
    for batch in receive(found, channel=delivery.channel, blobs=case.reading.blobs):
        receipt, new = _record_batch(case, batch, delivery, seal)
        sum_up = replace(
            sum_up,
            files=sum_up.files + len(batch.sightings),
            new=sum_up.new + new,
            unreadable=sum_up.unreadable + sum(1 for sighting in batch.sightings if sighting.document is None),
            receipts=sum_up.receipts + ((receipt,) if receipt else ()),
        )
        report(Progress("receive", sum_up.files))
    return sum_up


def process(case: WritableCase, sandbox: Sandbox, how: HowToRead, *, taggers: Sequence[Tagger], report: Report) -> Totals:
    """Read and index what is waiting, look for names in it, join those that are one, and return where everything stands afterwards.

    Args:
        case: Which case.
        sandbox: Where files are opened.
        how: How they are read.
        taggers: What finds names; with others than last time, every text is looked through again.
        report: Told how far it is.

    Raises:
        SandboxError: There is no safe place to open files.
        NoSpaceError: The disk is full; what was read is safe.
    """
    keep_quotes(case)
    bring_forward(case)
    naming = names_version(taggers)
    with case.store.unit() as uow:
        uow.release()
        uow.reopen(Stage.READ, unless_version=READ_VERSION, failed=how.retry_failed)
        uow.reopen(Stage.INDEX, unless_version=INDEX_VERSION if case.reading.index.is_whole() else "")
        uow.reopen(Stage.NAMES, unless_version=naming)
        uow.commit()
    case.reading.blobs.sweep()
    before = case.reading.view.totals()
    with Readers(sandbox, case.reading.blobs, count=how.workers, limits=how.limits) as readers:
        names = Naming(case, tuple(taggers), naming)
        run = _Run(case, readers, case.reading.index.writer(), names, report, how.workers, before.waiting)
        try:
            run.go()
        finally:
            run.writer.close()
    resolve(case, report=lambda done, total: report(Progress("resolve", done, total)))
    after = status(case.reading)
    if run.read or run.indexed or names.done:
        _record_run(case, run, after, sandbox.grade)
    return after


def _record_batch(case: WritableCase, batch: Batch, delivery: Delivery, seal: Callable[[], str]) -> tuple[EntryId | None, int]:
    with case.store.unit() as uow:
        fresh = not_taken_before(case.reading.view, uow.unseen(batch.sightings))
        if not fresh:
            return None, 0
        draft = case.reading.blobs.draft()
        manifest = write_manifest(fresh, draft=draft)
        source = enter_source(case, uow, delivery.channel)
        case.reading.blobs.keep([draft])
        receipt = record(case, uow, EntryKind.RECEIPT, {**_receipt(fresh, delivery, manifest), "source": source.id, "sealed": seal()})
        uow.sight(fresh, receipt=receipt, depth=0)
        uow.commit()
    return receipt, len(fresh)


def _seal(case: WritableCase, delivery: Delivery, paths: Sequence[Path]) -> str:
    """Keep what could name a source apart from the ledger, once a delivery, and return the commitment to it."""
    given: list[Json] = [display_path(os.fsencode(path.resolve()))[0] for path in paths]
    return case.reading.sealed.seal({"note": delivery.note, "given": given})


def _receipt(fresh: Sequence[Sighting], delivery: Delivery, manifest: DocumentId) -> dict[str, Json]:
    return {
        "channel": delivery.channel,
        "collection": delivery.collection,
        "received": delivery.received.edtf() or None,
        "manifest": manifest,
        "files": len(fresh),
        "bytes": sum(sighting.size_bytes for sighting in fresh),
        "unreadable": sum(1 for sighting in fresh if sighting.document is None),
        "tool": f"kashf {kashf.__version__}",
    }


def _record_run(case: WritableCase, run: _Run, after: Totals, grade: str) -> None:
    body: dict[str, Json] = {
        "tool": f"kashf {kashf.__version__}",
        "read_version": READ_VERSION,
        "index_version": INDEX_VERSION,
        "names_version": run.names.version,
        "taggers": {tagger.name: tagger.version for tagger in run.names.taggers},
        "sandbox": grade,
        "read": run.read,
        "indexed": run.indexed,
        "named": run.names.done,
        "found": after.found,
        "waiting": after.waiting,
    }
    with case.store.unit() as uow:
        record(case, uow, EntryKind.RUN, body)
        uow.commit()


@dataclass(slots=True)
class _Run:
    """One run over what waits: this thread talks to the stores, the readers' threads to the sandbox."""

    case: WritableCase
    readers: Readers
    writer: IndexWriter
    names: Naming
    report: Report
    workers: int
    waiting: int
    read: int = 0
    indexed: int = 0
    _unsaved: list[Read] = field(default_factory=list)
    _unflushed: list[DocumentId] = field(default_factory=list)
    _words: set[str] = field(default_factory=set)
    _saved_at: float = 0.0
    _flushed_at: float = field(default_factory=time.monotonic)

    def go(self) -> None:
        """Work until nothing waits; while readers are busy, this thread indexes, and when nothing is left to index it looks for names."""
        worked = False
        while True:
            asked = self._ask_more()
            self._collect(timeout=0 if worked else _COMMIT_SECONDS)
            idle = not asked and not self.readers.under_way
            if self._unsaved and (idle or time.monotonic() - self._saved_at > _COMMIT_SECONDS):
                self._save()
                continue
            worked = self._index_some(everything=idle) or self._name_some()
            if idle and not worked:
                break
        self._flush()

    def _ask_more(self) -> int:
        if self.readers.under_way > self.workers * 4:
            return 0
        jobs = lease(self.case, Stage.READ)
        self.readers.ask(jobs)
        return len(jobs)

    def _collect(self, *, timeout: float) -> None:
        """Take all results that are there, or the first that comes within `timeout` seconds."""
        while reads := self.readers.next(timeout=timeout):
            self._unsaved += reads
            timeout = 0

    def _save(self) -> None:
        with self.case.store.unit() as uow:
            uow.put([read.stored for read in self._unsaved], version=READ_VERSION)
            for read in self._unsaved:
                if read.members:
                    uow.sight(read.members, receipt=None, depth=read.job.depth + 1)
            uow.commit()
        self.read += len(self._unsaved)
        self._unsaved.clear()
        self._saved_at = time.monotonic()
        self.report(Progress("read", self.read, self.waiting))

    def _index_some(self, *, everything: bool) -> bool:
        """Index what was read and return whether there was anything."""
        jobs = lease(self.case, Stage.INDEX)
        if jobs:
            documents = [job.document for job in jobs]
            self.writer.drop(documents)
            words = index_documents(list(self._indexables(documents)), writer=self.writer, known=self._words)
            self._words.update(words)
            with self.case.store.unit() as uow:
                uow.learn_words(words)
                uow.commit()
            self._unflushed += documents
            self.indexed += len(jobs)
            self.report(Progress("index", self.indexed))
        if time.monotonic() - self._flushed_at > _INDEX_SECONDS or (everything and not jobs):
            self._flush()
        return bool(jobs)

    def _name_some(self) -> bool:
        """Look for names for a while and return whether there was anything to do."""
        is_any = self.names.go_on(seconds=_NAMES_SECONDS)
        if is_any:
            self.report(Progress("names", self.names.done))
        return is_any

    def _indexables(self, documents: Sequence[DocumentId]) -> Iterator[Indexable]:
        view = self.case.reading.view
        channels = view.channels(documents)
        for found in view.records(documents):
            yield Indexable(found, view.pages(found.id), channels[found.id])

    def _flush(self) -> None:
        """Make the index durable, and only then call its jobs done."""
        if self._unflushed:
            self.writer.commit()
            with self.case.store.unit() as uow:
                uow.finish(Stage.INDEX, self._unflushed, version=INDEX_VERSION)
                uow.commit()
            self._unflushed.clear()
        self._flushed_at = time.monotonic()
