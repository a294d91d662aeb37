"""Closes records so that everything stands in the one file: SQLite's log is emptied, and goes with the last who has them open."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Protocol

from kashf.adapters.records.at_rest.open_mark import alone, log_of, mark_of
from kashf.adapters.records.connection import Connection
from kashf.errors import KashfError

#: Milliseconds that emptying the log waits for those who read: one of them does it at its own end.
_PATIENCE_MS = 200


class Opener(Protocol):
    """Opens the same records once more."""

    def __call__(self, *, may_write: bool) -> Connection:
        """Return a connection."""
        ...


def close_written(records: Path, connection: Connection, marks: Sequence[int], *, reopen: Opener) -> None:
    """Close records that were written to, and empty the log unless others write or read just now, who then do it.

    Args:
        records: The SQLite file.
        connection: Open for writing.
        marks: What `hold_mark` returned; nothing if it did not come to that.
        reopen: Opens the records.
    """
    for mark in marks:
        os.close(mark)  # First, so that of two who close at once one is alone.
    _close(records, connection, reopen=reopen)
    settle(records, reopen=reopen)


def settle(records: Path, *, reopen: Opener) -> None:
    """Bring what SQLite logged into records that this process has closed, unless others write or read just now; harmless when it cannot."""
    if not log_of(records).exists() or not os.access(records.parent, os.W_OK):
        return
    with suppress(KashfError, OSError):
        connection = reopen(may_write=True)
        connection.has_table("ledger")  # SQLite opens the log when something is first read
        _close(records, connection, reopen=reopen)


def _close(records: Path, connection: Connection, *, reopen: Opener) -> None:
    try:
        with alone(records) as is_alone:
            if is_alone and _is_emptied(connection):
                mark_of(records).unlink(missing_ok=True)
                connection.close()
                return
    finally:
        if mark_of(records).exists():
            _leave_log(connection, reopen)
        else:
            connection.close()


def _leave_log(connection: Connection, reopen: Opener) -> None:
    """Close a connection that may be the last while one that cannot remove the log is open: the mark stays, and so must the log."""
    try:
        with closing(reopen(may_write=False)) as reading:
            reading.has_table("ledger")  # as above
            connection.close()
    except KashfError:  # the disk is full, or the records went away
        connection.close()


def _is_emptied(connection: Connection) -> bool:
    """Return whether everything stands in the records and nothing in the log."""
    with suppress(KashfError):
        connection.rows(f"PRAGMA busy_timeout={_PATIENCE_MS}")
        return not connection.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0][0]
    return False
