"""Takes work that waits."""

from __future__ import annotations

from typing import Final

from kashf.ports.stages import DocumentStage, Job
from kashf.services.case.open import WritableCase

#: Jobs taken at a time: enough to keep the readers busy while results are committed.
_JOBS_TOGETHER: Final = 256


def lease(case: WritableCase, stage: DocumentStage, *, limit: int = _JOBS_TOGETHER) -> tuple[Job, ...]:
    """Take up to `limit` jobs of a stage; none when none waits."""
    with case.store.unit() as uow:
        jobs = uow.lease(stage, limit=limit)
        uow.commit()
    return jobs
