"""A case's records in SQLite on a laptop, or in PostgreSQL where one machine is not enough."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from kashf.adapters.records.connection import Connection, open_postgres, open_sqlite
from kashf.adapters.records.schema import renew, stale_tables
from kashf.adapters.records.view import SqlView
from kashf.adapters.records.writer import SqlUnit
from kashf.errors import CaseLockedError, DamagedCaseError
from kashf.ports.stages import STAGES, DocumentStage

_POSTGRES = "postgresql://"


class SqlStore:
    """A case's records, open for writing. Those that hold nothing yet get their tables.

    Args:
        where: A path, or postgresql://...
        stages: What documents go through.

    Raises:
        DamagedCaseError: The records cannot be read.
    """

    def __init__(self, where: str | Path, *, stages: Sequence[DocumentStage] = STAGES) -> None:
        self._where = where
        self._stages = stages
        self._connection = _open(where, may_write=True)
        if not self._connection.has_table("ledger"):
            with self.unit() as uow:
                renew(self._connection, stages)
                uow.commit()
        self._connection.watch(partial(stale_tables, stages=stages))
        self._views: list[SqlView] = []

    def unit(self) -> SqlUnit:
        """Return a new unit of work; they follow one another."""
        return SqlUnit(self._connection, self._stages)

    def view(self) -> SqlView:
        """Return the reading side of the same store; it is closed with it."""
        self._views.append(open_view(self._where, stages=self._stages))
        return self._views[-1]

    def scrub(self) -> None:
        """Write the records anew without what was forgotten, which SQLite would leave in free pages and in its log."""
        self._connection.run("VACUUM")
        if not self._connection.is_postgres and self._connection.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0][0]:
            raise CaseLockedError("others have the case open, as `kashf serve` has; end them and destroy it again")

    def close(self) -> None:
        """Let go of files and connections."""
        for view in self._views:
            view.close()
        self._connection.close()


def open_view(where: str | Path, *, stages: Sequence[DocumentStage] = STAGES) -> SqlView:
    """Return a view of a case's records, which are opened for reading only.

    Args:
        where: A path, or postgresql://...
        stages: What documents go through.

    Raises:
        DamagedCaseError: They cannot be opened.
    """
    connection = _open(where, may_write=False)
    if not connection.has_table("ledger"):
        raise DamagedCaseError("case.db has no ledger in it")
    connection.watch(partial(stale_tables, stages=stages))
    return SqlView(connection)


def _open(where: str | Path, *, may_write: bool) -> Connection:
    if isinstance(where, str) and where.startswith(_POSTGRES):
        return open_postgres(where, may_write=may_write)
    return open_sqlite(where, may_write=may_write)
