"""Looks at quoted mail again when messages have come: what it repeats of them is left out from then on, the rest is shown."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Final

from kashf.domain.ids import DocumentId
from kashf.ports.stages import QUOTES, DocumentStage
from kashf.services.case.open import WritableCase
from kashf.services.ingest.leasing import lease
from kashf.services.ingest.stage_work import Progress, Report
from kashf.services.mail.repeated_quotes import pages_to_mark

#: Pages marked in one transaction.
_TOGETHER: Final = 500


@dataclass(slots=True)
class QuoteWork:
    """The stage that tells repeated quotations; it looks at the whole case, once all that waits was read.

    Args:
        case: Which case.
        report: Told how far it is.
        version: Of what decides.
        done: Documents that arrived and were looked at so far.
    """

    case: WritableCase
    report: Report
    version: str
    stage: DocumentStage = QUOTES
    done: int = 0

    @property
    def is_busy(self) -> bool:
        """Nothing is under way elsewhere."""
        return False

    def go_on(self, *, is_idle: bool) -> bool:
        """Decide anew about all that has to do with what has arrived, and return whether anything had."""
        arrived = self._arrived() if is_idle else set()
        if not arrived:
            return False
        found = pages_to_mark(self.case.reading.view, arrived)
        while pages := list(islice(found, _TOGETHER)):
            with self.case.store.unit() as uow:
                uow.mark_pages(pages)
                uow.commit()
        with self.case.store.unit() as uow:
            uow.finish(QUOTES, sorted(arrived), version=self.version)
            uow.commit()
        self.done += len(arrived)
        self.report(Progress(QUOTES.name, self.done))
        return True

    def finish(self) -> None:
        """All is kept."""

    def _arrived(self) -> set[DocumentId]:
        found: set[DocumentId] = set()
        while jobs := lease(self.case, QUOTES):
            found.update(job.document for job in jobs)
        return found
