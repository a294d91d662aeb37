"""Which jobs there are, and how they ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from kashf.adapters.records.aside import DOCUMENTS
from kashf.adapters.records.connection import Connection, chunks, marks
from kashf.adapters.records.rows import engines_text
from kashf.adapters.records.schema import OPEN
from kashf.domain.ids import DocumentId
from kashf.ports.stages import NAMES, QUOTES, READ, DocumentStage, Job

#: Attempts of a job that is held back: names in mail that quotes are looked for once, when it is known what its quotations repeat.
HELD: Final = -1
#: Documents by their ids, for tables that name them by number.
ID_IN: Final = "id IN ({})"
_ENDED: Final = "state IN ('done', 'failed')"
_OF: Final = f"document IN (SELECT number FROM documents WHERE {ID_IN})"
_OF_ENGINES: Final = "document IN (SELECT number FROM documents WHERE engines = ?)"
#: Documents with text that a stage has never heard of, since it came later than they.
_FIRST_TIME: Final = (
    "INSERT INTO jobs (stage, document, state) SELECT ?, number, 'waiting' FROM documents WHERE characters > 0 ON CONFLICT DO NOTHING"
)


class JobsWriter:
    """The part of a unit of work that keeps jobs; which of them ended, and by which version, is sealed."""

    _sql: Connection

    def let_wait(self, which: str, values: Sequence[object] = (), *, is_begun_anew: bool = True) -> int:
        """Let jobs wait again, whether they ended or are leased, and return how many that are.

        Args:
            which: A condition on `jobs`.
            values: Its parameters.
            is_begun_anew: Whether it is forgotten how often they were begun.
        """
        self._sql.tracker.reopens(self._sql.rows(f"SELECT stage, document FROM jobs WHERE {_ENDED} AND {which}", values))
        return self._sql.run(f"UPDATE jobs SET state = 'waiting'{', attempts = 0' if is_begun_anew else ''} WHERE {which}", values)

    def lease(self, stage: DocumentStage, *, limit: int, document: DocumentId | None = None) -> tuple[Job, ...]:
        """Take up to `limit` waiting jobs, or that of one document: those begun least often first, then in order."""
        rows = self._sql.rows(
            "SELECT documents.number, id, attempts, depth, name, size_bytes FROM jobs JOIN documents ON documents.number = jobs.document "
            f"WHERE stage = ? AND {OPEN} AND state = 'waiting' AND attempts > {HELD} AND jobs.document NOT IN ({DOCUMENTS}) "
            f"{'AND id = ? ' if document else ''}ORDER BY attempts, jobs.document LIMIT ?",
            (stage.name, *([document] if document else []), limit),
        )
        taken = "UPDATE jobs SET state = 'leased', attempts = attempts + 1 WHERE stage = ? AND document"
        self._sql.run_among(taken, [row[0] for row in rows], before=(stage.name,))
        return tuple(Job(DocumentId(id), stage, attempts + 1, depth, name, size) for _, id, attempts, depth, name, size in rows)

    def release(self) -> int:
        """Give back every lease; only for the holder of the case's lock. Returns how many."""
        return self._sql.run(f"UPDATE jobs SET state = 'waiting' WHERE {OPEN} AND state = 'leased'")

    def reopen(self, stage: DocumentStage, *, unless_version: str, failed: bool = False) -> int:
        """Make jobs wait again that ended with a version other than this and, on request, those of documents not read whole."""
        which = f"({_ENDED} AND version <> ?)"
        if failed:
            which = f"({which} OR state = 'failed' OR document IN (SELECT number FROM documents WHERE status = 'partial'))"
        again = self.let_wait(f"stage = ? AND {which}", (stage.name, unless_version))
        return again + (self._sql.run(_FIRST_TIME, (stage.name,)) if stage.after == READ.name else 0)

    def read_again(self, engines: Sequence[Mapping[str, str]]) -> int:
        """Make the documents that one of these sets of engines read wait to be read; returns how many do now."""
        sets = [engines_text(each) for each in engines]
        return sum(self.let_wait(f"stage = ? AND {_ENDED} AND {_OF_ENGINES}", (READ.name, each)) for each in sets)

    def finish(self, stage: DocumentStage, documents: Sequence[DocumentId], *, version: str) -> None:
        """End those jobs as done that are still leased; one that waits again has to be done again."""
        done = f"UPDATE jobs SET state = 'done', version = ? WHERE stage = ? AND state = 'leased' AND {_OF}"
        for some in chunks(documents):
            ended = self._sql.rows(f"{done.format(marks(some))} RETURNING document", (version, stage.name, *some))
            self._sql.tracker.ends(stage.name, "done", version, [row[0] for row in ended])
        if stage == QUOTES:
            self.start_at(0, NAMES, documents)

    def wait_again(self, stage: DocumentStage, documents: Sequence[DocumentId]) -> None:
        """Let some documents wait for a stage, whether they went through it or not."""
        adding = f"INSERT INTO jobs (stage, document, state) SELECT ?, number, 'waiting' FROM documents WHERE {ID_IN}"
        for some in chunks(documents):
            self.let_wait(f"stage = ? AND {_OF.format(marks(some))}", (stage.name, *some))
            self._sql.run(f"{adding.format(marks(some))} ON CONFLICT DO NOTHING", (stage.name, *some))

    def start_at(self, attempts: int, stage: DocumentStage, documents: Sequence[DocumentId]) -> None:
        """Say how often waiting jobs that nobody began yet were begun: 0 times, or less, so that they are held back."""
        unbegun = f"UPDATE jobs SET attempts = ? WHERE stage = ? AND state = 'waiting' AND attempts <= 0 AND {_OF}"
        for some in chunks(documents):
            self._sql.run(unbegun.format(marks(some)), (attempts, stage.name, *some))

    def end(self, stage: DocumentStage, documents: Sequence[DocumentId], *, state: str, version: str) -> None:
        """End the jobs of some documents."""
        ending = f"UPDATE jobs SET state = ?, version = ? WHERE stage = ? AND {_OF} RETURNING document"
        for some in chunks(documents):
            ended = self._sql.rows(ending.format(marks(some)), (state, version, stage.name, *some))
            self._sql.tracker.ends(stage.name, state, version, [row[0] for row in ended])
