"""Indexes what waits in a case, without workers."""

from __future__ import annotations

from contextlib import closing

from kashf.ports.stages import INDEX
from kashf.services.case.open import WritableCase
from kashf.services.ingest.leasing import lease
from kashf.services.ingest.looking.index_stage import IndexWork
from kashf.services.search.index_passages import all_passages
from kashf.services.transcription.bring_up import indexable


def index_all(case: WritableCase) -> int:
    """Index all that waits and return how many documents did."""
    with closing(case.reading.index.writer()) as writer:
        work = IndexWork(case, writer, lambda _: None)
        while jobs := lease(case, INDEX):
            work.put({job.document: tuple(all_passages(indexable(case.reading, job.document))) for job in jobs})
        work.finish()
        return work.done
