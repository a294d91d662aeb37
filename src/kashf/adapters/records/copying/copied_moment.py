"""Records as they are at one moment, in a file of their own, while others go on writing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final

from kashf.adapters.records.connection import EncryptedRecords, file_of
from kashf.adapters.records.store import open_view
from kashf.adapters.records.view import SqlView
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import Recorded
from kashf.errors import UnfinishedError

#: Behind the name of the records; the number of the process follows.
_COPY: Final = "-copy-"
#: What SQLite may leave beside a file.
_BESIDE = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Moment:
    """Records at one moment.

    Args:
        entries: The ledger.
        file: The whole SQLite file; it has no name any more, and is gone when it is closed.
        documents: The documents that the records know; None where another version of kashf made the table.
    """

    entries: tuple[Recorded, ...]
    file: BinaryIO
    documents: frozenset[DocumentId] | None


@contextmanager
def moment_of(where: Path | EncryptedRecords) -> Iterator[Moment]:
    """Give records at one moment; the copy lies beside them, so there must be room for it, and is private as they are.

    Raises:
        DamagedCaseError: They cannot be read.
        NoSpaceError: There is no room for the copy.
    """
    records = file_of(where)
    _sweep(records)
    copy = records.with_name(f"{records.name}{_COPY}{os.getpid()}")
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))
    try:
        with closing(open_view(where, settles=True)) as view, view.snapshot():
            entries = view.entries()
            documents = _documents(view)
            copy_records(view, where, copy)
        file = copy.open("rb")
    finally:
        for beside in _BESIDE:
            copy.with_name(copy.name + beside).unlink(missing_ok=True)
    with file:
        yield Moment(entries, file, documents)


def copy_records(view: SqlView, where: Path | EncryptedRecords, path: Path) -> Path | EncryptedRecords:
    """Copy the records of a view as they are at one moment, and return where the copy lies: encrypted with the key of the case, if it is.

    Args:
        view: Of the case.
        where: Its records.
        path: A file that is empty or not there yet.

    Raises:
        NoSpaceError: There is no room for the copy.
    """
    copy = replace(where, path=path) if isinstance(where, EncryptedRecords) else path
    with view.snapshot():
        view.sql.copy_to(copy)
    return copy


def _documents(view: SqlView) -> frozenset[DocumentId] | None:
    with suppress(UnfinishedError):
        return frozenset(DocumentId(row[0]) for row in view.sql.rows("SELECT id FROM documents"))
    return None


def _sweep(records: Path) -> None:
    """Take away copies that a killed process left."""
    for left in records.parent.glob(f"{records.name}{_COPY}*"):
        number = left.name.removeprefix(f"{records.name}{_COPY}").partition("-")[0]
        if not number.isdigit() or not _lives(int(number)):
            left.unlink(missing_ok=True)


def _lives(process: int) -> bool:
    if process == os.getpid():
        return False
    with suppress(PermissionError):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
    return True
