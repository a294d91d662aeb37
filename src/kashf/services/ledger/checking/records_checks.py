"""Checks the file of the records: whether it is whole, holds nothing foreign, and has every job that a document should have."""

from __future__ import annotations

from typing import Final

from kashf.domain.ledger import Fault
from kashf.ports.sound.records_condition import RecordsCondition
from kashf.services.case.open import OpenCase

_REBUILD: Final = "kashf rebuild CASE"


def records_faults(case: OpenCase) -> list[Fault]:
    """Return what is wrong with the records; reads them whole."""
    found = case.view.condition()
    return [
        *(Fault("records", each, "nothing but what a kashf makes", "is there", remedy=_REBUILD) for each in found.foreign),
        *(Fault("records", "case.db", "a database that is whole", each, remedy=_REBUILD) for each in found.damage),
        *(Fault("ledger", place, "written as kashf writes it", "spaces, or keys that stand there twice") for place in found.miswritten),
        *_job_faults(found),
    ]


def _job_faults(found: RecordsCondition) -> list[Fault]:
    faults = [
        Fault("jobs", f"{stage}: {documents[0]}", "a job for each document", f"missing for {len(documents)}", remedy=_REBUILD)
        for stage, documents in found.jobless.items()
    ]
    if found.odd_jobs:
        faults.append(Fault("jobs", "jobs", "waiting, under way, done or failed", f"{found.odd_jobs} of no such state or no document"))
    return faults
