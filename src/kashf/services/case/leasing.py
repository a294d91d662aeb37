"""Takes work that waits, in the name of this installation."""

from __future__ import annotations

import datetime as dt
from typing import Final

from kashf.ports.stores import Job, Stage
from kashf.services.case.open import WritableCase

#: After this time another process may take a job up; far longer than any takes.
_LEASE: Final = dt.timedelta(hours=6)
#: Jobs taken at a time: enough to keep the readers busy while results are committed.
_JOBS_TOGETHER: Final = 256


def lease(case: WritableCase, stage: Stage, *, limit: int = _JOBS_TOGETHER) -> tuple[Job, ...]:
    """Take up to `limit` jobs of a stage; none when none waits."""
    now = case.clock.now()
    with case.store.unit() as uow:
        jobs = uow.lease(stage, limit=limit, owner=case.device, now=now, until=now + _LEASE)
        uow.commit()
    return jobs
