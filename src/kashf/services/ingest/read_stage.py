"""Has files read, and stores what was read."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Final

from kashf.ports.counted.received_costs import READING
from kashf.ports.stages import READ, DocumentStage
from kashf.services.case.open import WritableCase
from kashf.services.case.versions import READ_VERSION
from kashf.services.ingest.budgets.case_accounts import keep_costs, open_accounts, tell_over_budget
from kashf.services.ingest.leasing import lease
from kashf.services.ingest.readers import Read, Readers
from kashf.services.ingest.stage_work import PASSWORDS, Progress, Report
from kashf.services.ledger.passwords import keep_passwords
from kashf.services.transcription.typed_readings import TypedOver

#: Seconds between commits of what was read; more loses more work to a power cut, less costs more fsyncs.
_COMMIT_SECONDS: Final = 1.0


@dataclass(slots=True)
class ReadWork:
    """The stage that reads: the readers' threads talk to the sandbox, this one to the store.

    Args:
        case: Which case.
        readers: Have files read.
        workers: How many at once.
        report: Told how far it is.
        waiting: Documents that wait when the run begins.
        done: Documents read so far.
        opened: Documents among them that were opened with a password.
    """

    case: WritableCase
    readers: Readers
    workers: int
    report: Report
    waiting: int
    stage: DocumentStage = READ
    version: str = READ_VERSION
    done: int = 0
    opened: int = 0
    _unsaved: list[Read] = field(default_factory=list)
    _saved_at: float = 0.0
    _typed: TypedOver = field(init=False)

    def __post_init__(self) -> None:
        self._typed = TypedOver(self.case.reading)

    @property
    def is_busy(self) -> bool:
        """Whether readers are at work, or what they said is not stored yet."""
        return self.readers.under_way > 0 or bool(self._unsaved)

    def go_on(self, *, is_idle: bool) -> bool:  # noqa: ARG002 - nothing comes before it
        """Ask for more, take what has come, and store it when it is time to; returns whether anything was stored."""
        self._ask_more()
        self._collect()
        is_due = not self.readers.under_way or time.monotonic() - self._saved_at > _COMMIT_SECONDS
        if self._unsaved and is_due:
            self._save()
            return True
        return False

    def finish(self) -> None:
        """All is stored."""

    def _ask_more(self) -> None:
        if self.readers.under_way <= self.workers * 4:
            jobs = lease(self.case, READ)
            open_accounts(self.case.reading.view, self.readers.book, [job.document for job in jobs], READING)
            self.readers.ask(jobs)

    def _collect(self) -> None:
        while reads := self.readers.next(timeout=0):
            self._unsaved += reads
        tried, begun = self.readers.tried
        if tried < begun:
            self.report(Progress(PASSWORDS, tried, begun))

    def _save(self) -> None:
        self.case.reading.blobs.draft().discard()  # says when the disk is nearly full
        with self.case.store.unit() as uow:
            uow.put(self._typed.over([read.stored for read in self._unsaved]), version=self.version)
            for read in self._unsaved:
                if read.members:
                    uow.sight(read.members, receipt=None, depth=read.job.depth + 1)
            keep_costs(uow, self.readers.book, READING, [(read.job.document, read.cost) for read in self._unsaved])
            cut = [read.job.document for read in self._unsaved if read.is_cut]
            tell_over_budget(uow, self.case.reading.view, self.readers.book, cut)
            keep_passwords(self.case, uow, [(read.job.document, password) for read in self._unsaved for password in read.opened])
            uow.commit()
        self.opened += sum(1 for read in self._unsaved if read.opened)
        self.done += len(self._unsaved)
        self._unsaved.clear()
        self._saved_at = time.monotonic()
        self.report(Progress(READ.name, self.done, self.waiting))
