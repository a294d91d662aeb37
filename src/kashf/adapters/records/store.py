"""A case's records in SQLite on a laptop, or in PostgreSQL where one machine is not enough."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from kashf.adapters.records.at_rest.closing import close_written, settle
from kashf.adapters.records.at_rest.open_mark import check_copied_whole, hold_mark
from kashf.adapters.records.connection import Connection, EncryptedRecords, file_of, open_postgres, open_sqlite
from kashf.adapters.records.schema import renew, stale_tables
from kashf.adapters.records.sound.foreign import check_own
from kashf.adapters.records.truth.ledger_tables import TRUTH
from kashf.adapters.records.view import SqlView
from kashf.adapters.records.writer import SqlUnit
from kashf.errors import CaseLockedError, DamagedCaseError, NotAllowedError
from kashf.ports.stages import STAGES, DocumentStage
from kashf.ports.stores import Seal

_POSTGRES = "postgresql://"


class SqlStore:
    """A case's records, open for writing. Those that hold nothing yet get their tables.

    Args:
        where: A path, an encrypted file, or postgresql://...
        stages: What documents go through.

    Raises:
        DamagedCaseError: The records cannot be read.
    """

    def __init__(self, where: str | Path | EncryptedRecords, *, stages: Sequence[DocumentStage] = STAGES) -> None:
        self._where = where
        self._stages = stages
        before = _inode(where)
        self._connection = _open(where, may_write=True)
        self._views: list[SqlView] = []
        marks: list[int] = []
        # Also when an interrupt comes before anybody can close it: the log must not go while the mark stays.
        self._end = weakref.finalize(self, _end, where, self._connection, marks)
        is_new = not self._connection.has_table("ledger")  # SQLite has its log once something is read
        if not self._connection.is_postgres:
            marks.append(hold_mark(file_of(where)))
            if before and _inode(where) != before:  # nobody reads what is written to the old ones
                raise CaseLockedError("the case's records were made anew meanwhile; do it again")
        self._seal: Seal | None = None
        if is_new:
            with self.unit() as uow:
                renew(self._connection, stages)
                uow.commit()
        elif not self._connection.has_table("signatures"):  # made by a kashf before signatures
            for truth in TRUTH:
                self._connection.run(truth)
        check_own(self._connection, stages)
        self._connection.watch(partial(stale_tables, stages=stages))

    def unit(self) -> SqlUnit:
        """Return a new unit of work; they follow one another."""
        return SqlUnit(self._connection, self._stages, seal=self._seal)

    def seal_by(self, seal: Seal) -> None:
        """Let what a unit of work did to rows be sealed by its end from now on."""
        self._seal = seal

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
        self._end()


def _inode(where: str | Path | EncryptedRecords) -> int:
    """Return what is another once a file was put in the place of records; 0 where there are none, or they are not in a file."""
    with suppress(OSError):
        return 0 if isinstance(where, str) and where.startswith(_POSTGRES) else file_of(where).stat().st_ino
    return 0


def _end(where: str | Path | EncryptedRecords, connection: Connection, marks: list[int]) -> None:
    if connection.is_postgres:
        connection.close()
    else:
        close_written(file_of(where), connection, marks, reopen=partial(_open, where))


def open_view(where: str | Path | EncryptedRecords, *, stages: Sequence[DocumentStage] = STAGES, settles: bool = False) -> SqlView:
    """Return a view of a case's records, which are opened for reading only.

    Args:
        where: A path, an encrypted file, or postgresql://...
        stages: What documents go through.
        settles: Whether its end brings SQLite's log into the records, as the last of those who have them open has to.

    Raises:
        DamagedCaseError: They cannot be opened.
        CopiedOpenError: They were copied without what was written last.
    """
    connection = _open(where, may_write=False)
    if settles and not connection.is_postgres:
        connection.after_closing(partial(settle, file_of(where), reopen=partial(_open, where)))
    if not _has_ledger(connection, where):
        raise DamagedCaseError("case.db has no ledger in it")
    check_own(connection, stages)
    connection.watch(partial(stale_tables, stages=stages))
    return SqlView(connection, stages)


def _has_ledger(connection: Connection, where: str | Path | EncryptedRecords) -> bool:
    """Return whether records have a ledger; the first that is read, so that SQLite looks for a change that was not finished."""
    try:
        return connection.has_table("ledger")
    except NotAllowedError as error:
        journal = file_of(where).with_name(f"{file_of(where).name}-journal")
        if connection.is_postgres or not journal.exists():
            raise
        raise DamagedCaseError(
            f"{journal.name} beside the records would change them: a kashf that was killed left it, or somebody put it there",
            code="records-journal",
        ) from error


def _open(where: str | Path | EncryptedRecords, *, may_write: bool) -> Connection:
    if isinstance(where, str) and where.startswith(_POSTGRES):
        return open_postgres(where, may_write=may_write)
    check_copied_whole(file_of(where))
    return open_sqlite(where, may_write=may_write)
