"""What every stage of a run has in common, and the stage that looks through texts, a little at a time."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from kashf.domain.ids import DocumentId
from kashf.ports.stages import DocumentStage, RunStage
from kashf.services.case.open import WritableCase
from kashf.services.ingest.leasing import lease

#: Documents looked through at once.
_TOGETHER: Final = 16
#: Documents kept in one transaction, at most: the more together, the fewer totals are added to.
_LEASED_TOGETHER: Final = 2048
#: Rows kept in one transaction, or a few more, at 1 kB of memory each.
_MOST_UNKEPT: Final = 50_000
#: Seconds of work that a power cut may cost.
_KEEP_SECONDS: Final = 20.0


#: Of `Progress`: files on which passwords are tried, of those on which that was begun.
PASSWORDS: Final = "files on which passwords are tried"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of work is.

    Args:
        stage: "receive", the name of a stage, or `PASSWORDS`.
        done: Units done.
        total: Units in all, or 0 when not known yet.
        is_again: Whether they were done before, and are taken up again since what does it has changed; said once, before the first.
    """

    stage: str
    done: int
    total: int = 0
    is_again: bool = False


#: Takes progress; called often, from one thread.
Report = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Turn:
    """What a stage may do until the next has its turn.

    Args:
        seconds: For about how long.
        patience: Seconds to wait for what is under way elsewhere, since nobody else has anything to do.
        is_idle: Whether the stages before have nothing left.
    """

    seconds: float
    patience: float
    is_idle: bool


class StageWork(Protocol):
    """One stage of a run over what waits."""

    @property
    def stage(self) -> DocumentStage:
        """Which."""
        ...

    @property
    def version(self) -> str:
        """Of what does it."""
        ...

    @property
    def done(self) -> int:
        """Documents done so far."""
        ...

    @property
    def is_busy(self) -> bool:
        """Whether something is under way elsewhere, or not kept yet."""
        ...

    def go_on(self, turn: Turn) -> bool:
        """Work for a turn and return whether there may be more; if not, all is kept that can be by now."""
        ...

    def finish(self) -> None:
        """Keep what is left; nothing waits any more."""
        ...


@dataclass(slots=True)
class TextWork:
    """Does a stage that needs nothing but what was read.

    Args:
        case: Which case.
        stage: Which stage.
        version: Of what does it.
        run: Does it for some documents.
        report: Told how far it is.
        done: Documents done so far.
    """

    case: WritableCase
    stage: DocumentStage
    version: str
    run: RunStage
    report: Report
    done: int = 0
    _taken: deque[DocumentId] = field(default_factory=deque)
    _found: list[tuple[DocumentId, Sequence[Any]]] = field(default_factory=list)
    _rows: int = 0
    _kept_at: float = field(default_factory=time.monotonic)

    @property
    def is_busy(self) -> bool:
        """Nothing is under way elsewhere."""
        return False

    def go_on(self, turn: Turn) -> bool:
        """Look through documents for a turn, one at least, and return whether there may be more; if not, all is kept."""
        until = time.monotonic() + turn.seconds
        while self._take():
            together = [self._taken.popleft() for _ in range(min(_TOGETHER, len(self._taken)))]
            for document, rows in self.run(together):
                self._found.append((document, rows))
                self._rows += len(rows)
                self.done += 1
            if self._rows >= _MOST_UNKEPT or time.monotonic() - self._kept_at > _KEEP_SECONDS:
                self._keep()
            if time.monotonic() > until:
                self.report(Progress(self.stage.name, self.done))
                return True
        return False

    def finish(self) -> None:
        """All is kept."""

    def _take(self) -> bool:
        """Make sure that there is work, and return whether there is."""
        if not self._taken:
            # First, so that nothing found on a page that was read again since is kept under a new lease of it.
            self._keep()
            self._taken.extend(job.document for job in lease(self.case, self.stage, limit=_LEASED_TOGETHER))
        return bool(self._taken)

    def _keep(self) -> None:
        if not self._found:
            return
        with self.case.store.unit() as uow:
            uow.put_rows(self.stage, self._found, version=self.version)
            uow.commit()
        self._found.clear()
        self._rows = 0
        self._kept_at = time.monotonic()
