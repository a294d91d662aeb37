"""Has files read in sandbox workers, several at once, and hands back checked readings with what was found inside containers."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from kashf.domain.document import Reading, Reason, Sighting, Status
from kashf.domain.files.divided_files import Division
from kashf.domain.ids import DocumentId
from kashf.errors import SandboxError
from kashf.intake.faithful_text import is_faithful
from kashf.intake.reading_check import check_reading
from kashf.ports.blobs import BlobStore
from kashf.ports.counted.received_costs import NO_COST, Cost, within
from kashf.ports.engines import Limits
from kashf.ports.runtime import Outcome, Sandbox, Task, Worker
from kashf.ports.stages import Job
from kashf.ports.stores import StoredReading
from kashf.services.case.copies.copy_keys import keep_keys
from kashf.services.ingest.budgets.budget_book import BudgetBook, OverBudgetError, cut_by_budget
from kashf.services.ingest.looking.crew import Crew
from kashf.services.ingest.members import Members
from kashf.services.ingest.opening.attempts import check_attempt, with_attempt
from kashf.services.ingest.opening.keyring import Keyring
from kashf.services.ingest.opening.opened_with import ALONE, Opening
from kashf.services.ingest.warming import WarmingWorker

#: Small files that are likely to be plain text share a child, since a child costs more than reading them (docs/decisions/0004).
_TEXT_ENDINGS = (".txt", ".text", ".md", ".log")
_TEXT_BYTES = 64 << 10
_TEXTS_TOGETHER = 64
#: Files for which no engine is loaded beforehand: that takes half a second of processor time.
_FEW = 3


@dataclass(frozen=True, slots=True)
class HowToRead:
    """How waiting documents are read.

    Args:
        workers: Files read at once, at least 1.
        retry_failed: Take up again what failed before.
        limits: What one file may cost.
        passwords: Tried on what is encrypted, and on what stayed so before.
    """

    workers: int
    retry_failed: bool = False
    limits: Limits = field(default_factory=Limits)
    passwords: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Read:
    """One document's result.

    Args:
        job: What was asked for.
        stored: What came of it.
        members: What was found inside, already durable in the blob store.
        opened: The passwords that opened it, or something in it.
        cost: What it took.
        is_cut: Whether something of it was left out since the received file that it came in had cost what it may.
    """

    job: Job
    stored: StoredReading
    members: tuple[Sighting, ...] = ()
    opened: tuple[str, ...] = field(default=(), repr=False)
    cost: Cost = NO_COST
    is_cut: bool = False

    @property
    def is_shut(self) -> bool:
        """Whether it is encrypted, or something that lies in it is."""
        return self.stored.reading.reason is Reason.ENCRYPTED or any(seen.reason == Reason.ENCRYPTED for seen in self.members)


class Readers:
    """A fixed number of threads, each with a sandbox worker of its own.

    Args:
        sandbox: Makes the workers.
        blobs: Where bytes are read from, and members are put.
        count: How many files are read at once.
        limits: What one file may cost.
        refused: Members that are not taken in, with the reason that is listed instead.
        keyring: Passwords, tried on what is encrypted.
        book: What received files may cost; one of its own without.
    """

    def __init__(  # noqa: PLR0913 - what a run reads with, told once
        self,
        sandbox: Sandbox,
        blobs: BlobStore,
        *,
        count: int,
        limits: Limits,
        refused: Mapping[DocumentId, str] = MappingProxyType({}),
        keyring: Keyring | None = None,
        book: BudgetBook | None = None,
    ) -> None:
        self._refused = refused
        self.book = book or BudgetBook()
        self._keyring = keyring or Keyring()
        self._sandbox = sandbox
        self._blobs = blobs
        self._limits = limits
        self._crew: Crew[tuple[Job, ...], tuple[Read, ...]] = Crew("reader", count=count, make=self._new_worker, do=self._read)
        self._spare: list[Worker] = []
        self._files = 0

    def __enter__(self) -> Self:
        """Start the threads; workers start when there is something to read."""
        self._crew.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the threads; after an error, files not yet begun are left."""
        self._crew.end(is_broken=error is not None, seconds=self._limits.seconds if error is None else 5)
        for worker in self._spare:
            worker.close()

    def engines(self) -> Mapping[str, Sequence[str]]:
        """Return the versions of everything that reads, by name; the worker that is asked is the first to read.

        Raises:
            SandboxError: It cannot be made, or does not answer.
        """
        self._spare.append(self._new_worker())
        answer = self._spare[0].run(Task("engines", (), {}, self._limits)).untrusted_answer
        engines = answer.get("engines") if isinstance(answer, dict) else None
        if not isinstance(engines, dict):
            raise SandboxError("the readers do not say their versions")
        return engines

    def ask(self, jobs: Sequence[Job]) -> None:
        """Hand over jobs; small plain texts travel together. What the book does not know counts as received by itself."""
        self._files += len(jobs)
        for job in jobs:
            self._enter(job)
        texts = [job for job in jobs if _is_small_text(job)]
        others = [job for job in jobs if not _is_small_text(job)]
        for start in range(0, len(texts), _TEXTS_TOGETHER):
            self._crew.ask(tuple(texts[start : start + _TEXTS_TOGETHER]))
        for job in others:
            self._crew.ask((job,))

    def next(self, *, timeout: float) -> tuple[Read, ...]:
        """Return results as they come; none when nothing came within `timeout` seconds or nothing is under way.

        Raises:
            KashfError: What a thread met that is no fault of a file: no space, no sandbox.
        """
        return self._crew.next(timeout=timeout) or ()

    @property
    def under_way(self) -> int:
        """How many requests have no answer yet."""
        return self._crew.under_way

    @property
    def bell(self) -> threading.Event:
        """Set whenever there is a result."""
        return self._crew.bell

    @property
    def tried(self) -> tuple[int, int]:
        """On how many files passwords were tried so far, and on how many that was begun: with many passwords, a file takes minutes."""
        return self._keyring.files

    def _new_worker(self) -> Worker:
        try:
            return self._spare.pop()
        except IndexError:
            return WarmingWorker(lambda is_warm: self._sandbox.worker(is_warm=is_warm), lambda: self._files > _FEW)

    def _enter(self, job: Job) -> None:
        received = self.book.received(job.document)
        if not self.book.has(received):
            self.book.open(received, job.size_bytes)

    def _read(self, worker: Worker, jobs: tuple[Job, ...]) -> tuple[Read, ...]:
        if len(jobs) == 1 or any(self.book.used_up(job.document) or self._blobs.fault(job.document) for job in jobs):
            return tuple(self._read_one(worker, job) for job in jobs)
        with ExitStack() as stack:
            paths = [stack.enter_context(self._blobs.local(job.document)) for job in jobs]
            task = Task("texts", paths, {"names": [hint(job.name) for job in jobs]}, self._limits)
            outcome = worker.run(task)
            answers = _answers(outcome.untrusted_answer, len(jobs))
            seconds = outcome.seconds / len(jobs)
            texts = [self._text(job, path, answer, seconds) for job, path, answer in zip(jobs, paths, answers, strict=True)]
        return tuple(read or self._read_one(worker, job) for job, read in zip(jobs, texts, strict=True))

    def _text(self, job: Job, path: Path, untrusted: object, seconds: float) -> Read | None:
        """Return what was read of a text together with others; None where it must be read alone, so that none speaks for another."""
        if untrusted is None:
            return None
        try:
            reading = check_reading(untrusted, document=job.document, limits=self._limits)
        except ValueError:
            return None  # alone, a fault has a name
        if not is_faithful(reading, path.read_bytes()):
            return None
        stored = keep_keys(reading)
        cost = Cost(seconds, characters=_characters(stored))
        self.book.spend(job.document, cost)
        return Read(job, stored, cost=cost)

    def read_joined(self, job: Job, rest: Sequence[DocumentId], division: Division) -> Read:
        """Return what lies in a file that was divided, as read of its first part; waits for it.

        Args:
            job: The first part, with the bytes of all parts together.
            rest: The other parts, in order.
            division: How it was divided.
        """
        worker = self._new_worker()
        self._spare.append(worker)
        self._enter(job)
        return self._read_one(worker, job, Opening((), tuple(rest), division))

    def _read_one(self, worker: Worker, job: Job, opening: Opening = ALONE) -> Read:
        if known := self._keyring.opened_before(job.document):
            read = self._open(worker, job, replace(opening, passwords=known))
            if not read.is_shut:
                return read
        read = self._open(worker, job, opening)
        passwords = self._keyring.for_document(job.document) if read.is_shut else ()
        if not passwords:
            return read
        with self._keyring.trying():
            opened = self._open(worker, job, replace(opening, passwords=passwords))
        opened, read = replace(opened, cost=opened.cost + read.cost), replace(read, cost=opened.cost + read.cost)
        if opened.opened:
            return opened
        # What broke only while passwords were tried is encrypted all the same.
        return replace(read, stored=opened.stored) if opened.is_shut else read

    def _open(self, worker: Worker, job: Job, opening: Opening) -> Read:
        if why := self.book.used_up(job.document):
            return replace(_failed(job, Reason.TOO_LARGE, why), is_cut=True)
        read = read_one(worker, job, blobs=self._blobs, limits=self._limits, refused=self._refused, opening=opening, book=self.book)
        self._keyring.note(read.opened)
        return read


def read_one(  # noqa: PLR0913 - what one file is read with, told once
    worker: Worker,
    job: Job,
    *,
    blobs: BlobStore,
    limits: Limits,
    refused: Mapping[DocumentId, str] = MappingProxyType({}),
    opening: Opening = ALONE,
    book: BudgetBook | None = None,
) -> Read:
    """Return one file's reading, with its members in `blobs`; whatever the file does, it costs only itself.

    Args:
        worker: Where it is opened.
        job: Which file.
        blobs: Where its bytes are, and what is in it goes.
        limits: What it may cost.
        refused: Members that are not taken in, with the reason that is listed instead.
        opening: With what it is read.
        book: What the received file that it came in may still cost; None where nothing counts that.

    Raises:
        NoSpaceError: There is no room for what is inside a container.
    """
    if job.depth >= limits.depth:
        return _failed(job, Reason.TOO_DEEP, f"lies in {job.depth} containers, one in the other")
    if fault := blobs.fault(job.document):
        return _failed(job, Reason.ALTERED, f"the bytes that are kept are not those that were received (found: {fault})")
    members = Members(job, blobs, refused, lambda size: book is None or book.spend(job.document, Cost(stored_bytes=size)))
    whole = limits.for_size(job.size_bytes)
    whole = replace(whole, seconds=whole.seconds + whole.trying_seconds) if opening.passwords else whole
    limits = within(whole, book.left(job.document)) if book else whole
    try:
        outcome, is_over = _run(
            worker, job, Task("read", (), {"names": [hint(job.name)], **opening.params()}, limits), members, opening.rest
        )
        members.keep()
    finally:
        members.discard()
    read = _judge(job, outcome, limits)
    attempt = check_attempt(outcome.untrusted_answer, opening.passwords)
    told = StoredReading(with_attempt(read.stored.reading, attempt), read.stored.text_key, read.stored.signature)
    spent = Cost(outcome.seconds, 0, len(members.seen), _characters(told))
    if book:
        book.spend(job.document, spent)
    spent += Cost(stored_bytes=members.stored_bytes)
    return Read(job, told, tuple(members.seen), attempt.opened, spent, is_over or cut_by_budget(told.reading.reason, spent, limits, whole))


def _run(worker: Worker, job: Job, task: Task, members: Members, rest: Sequence[DocumentId]) -> tuple[Outcome, bool]:
    """Return what came of a task, and whether it was ended since others beside it took what was left to their received file."""
    try:
        with ExitStack() as stack:
            paths = [stack.enter_context(members.blobs.local(document)) for document in (job.document, *rest)]
            return worker.run(replace(task, sources=paths), members=members), False
    except OverBudgetError:
        return Outcome(None, Reason.TOO_LARGE, "what came out of it beside others is more than their received file may cost"), True


def _characters(stored: StoredReading) -> int:
    return sum(len(page.text) for page in stored.reading.pages)


def hint(name: str) -> str:
    """Return the last part of a path, which may say something about the type of a file."""
    return name.rpartition("/")[2][-255:]


def _judge(job: Job, outcome: Outcome, limits: Limits) -> Read:
    if outcome.reason is not None:
        return _failed(job, outcome.reason, outcome.detail)
    try:
        return Read(job, keep_keys(check_reading(outcome.untrusted_answer, document=job.document, limits=limits)))
    except ValueError as error:
        return _failed(job, Reason.CRASHED, f"the reader's answer is not well formed ({error})")


def _failed(job: Job, reason: Reason, detail: str) -> Read:
    return Read(job, StoredReading(Reading(job.document, "application/octet-stream", Status.FAILED, reason, detail)))


def _is_small_text(job: Job) -> bool:
    ending = "." + hint(job.name).lower().rpartition(".")[2] if "." in hint(job.name) else ""
    return job.size_bytes <= _TEXT_BYTES and ending in _TEXT_ENDINGS


def _answers(untrusted: object, count: int) -> list[object]:
    answers = untrusted.get("answers") if isinstance(untrusted, dict) else None
    return answers if isinstance(answers, list) and len(answers) == count else [None] * count
