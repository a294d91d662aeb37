"""Finds what was done by other versions of what does it, and lets it wait again: nothing else is done twice."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.ports.stages import INDEX, READ
from kashf.services.case.open import WritableCase
from kashf.services.case.versions import is_outdated
from kashf.services.ingest.readers import Readers
from kashf.services.ingest.stage_work import Progress, Report, StageWork


def take_up_again(case: WritableCase, works: Sequence[StageWork], readers: Readers, report: Report, *, is_indexed: bool) -> None:
    """Let documents wait for each stage that they went through under another version, or that was interrupted.

    Args:
        case: Which case.
        works: The stages of this run.
        readers: Asked for the versions of the engines, when anything was read before.
        report: Told of each stage how many documents wait for it again.
        is_indexed: Whether there was an index before this run; its writer makes a missing one anew, with nothing in it.
    """
    with case.store.unit() as uow:
        known = [engines for engines in uow.engines() if engines]
    now = readers.engines() if known else {}
    with case.store.unit() as uow:
        uow.release()
        again = {
            work.stage.name: uow.reopen(work.stage, unless_version="" if work.stage == INDEX and not is_indexed else work.version)
            for work in works
        }
        again[READ.name] += uow.read_again([engines for engines in known if is_outdated(engines, now)])
        uow.commit()
    for name, count in again.items():
        if count:
            report(Progress(name, 0, count, is_again=True))
