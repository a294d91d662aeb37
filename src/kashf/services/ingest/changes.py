"""Finds what was done by other versions of what does it, and lets it wait again: nothing else is done twice."""

from __future__ import annotations

from collections.abc import Mapping

from kashf.domain.document import Reason
from kashf.ports.stages import INDEX, READ, DocumentStage
from kashf.services.case.open import WritableCase
from kashf.services.case.versions import is_outdated
from kashf.services.ingest.readers import Readers
from kashf.services.ingest.stage_work import Progress, Report


def take_up_again(case: WritableCase, versions: Mapping[DocumentStage, str], readers: Readers, report: Report) -> None:
    """Let documents wait for each stage that they went through under another version, or that was interrupted.

    An index that is not whole, or of another version, is thrown away as a whole: words of passages that were taken out one by one would
    still count in the ranking until they are merged away, and two runs would give other scores.

    Args:
        case: Which case; nothing writes to its index.
        versions: Of the stages of this run.
        readers: Asked for the versions of the engines, when anything was read before.
        report: Told of each stage how many documents wait for it again.
    """
    with case.store.unit() as uow:
        known = [engines for engines in uow.engines() if engines]
    now = readers.engines() if known else {}
    with case.store.unit() as uow:
        uow.release()
        again = {stage.name: uow.reopen(stage, unless_version=version) for stage, version in versions.items()}
        again[READ.name] += uow.read_again([engines for engines in known if is_outdated(engines, now)])
        if is_anew := again[INDEX.name] > 0 or not case.reading.index.is_whole():
            again[INDEX.name] += uow.reopen(INDEX, unless_version="")
        uow.commit()
    if is_anew:
        case.reading.index.clear()
    for name, count in again.items():
        if count:
            report(Progress(name, 0, count, is_again=True))


def try_again(case: WritableCase) -> int:
    """Let the documents wait to be read that are encrypted, or hold something that is, and return how many do."""
    view = case.reading.view
    shut = {outline.id for outline in view.outlines() if outline.reason == Reason.ENCRYPTED}
    shut |= {seen.parent for seen in view.unreadable() if seen.parent and seen.reason == Reason.ENCRYPTED}
    with case.store.unit() as uow:
        uow.wait_again(READ, sorted(shut))
        uow.commit()
    return len(shut)
