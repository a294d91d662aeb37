"""A mark beside the records for as long as part of them may stand in SQLite's log alone, so that a copy without the log is noticed.

SQLite keeps what was committed last in `case.db-wal`. Without that file `case.db` is an older case that looks whole. Whoever writes to
records holds the mark, by a shared lock that falls when the process dies: a killed process leaves it, with the log. Whoever empties the
log takes the mark away, under a lock that nobody shares. So wherever a mark is, the log is there: it is there before the mark is made, and
it is removed when the mark is gone. A mark without a log was copied.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kashf.errors import CopiedOpenError

#: Behind the name of the records: whoever copies `case.db*` copies the mark too.
_MARK = "-open"
_LOG = "-wal"
_SAYS = "kashf has this case open, or was killed. Copy the whole folder, with case.db-wal, or let `kashf backup` copy it.\n"
#: Of what tells one mark from the next.
_ID_BYTES = 16


def hold_mark(records: Path) -> int:
    """Mark records, which are open, as being written to, and return the descriptor of the mark: to close it is to let go."""
    return _locked(mark_of(records), fcntl.LOCK_SH)


@contextmanager
def alone(records: Path) -> Iterator[bool]:
    """Give a block that tells whether nobody holds the mark of records, which are open, and nobody can meanwhile."""
    try:
        descriptor = _locked(mark_of(records), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # somebody holds it, or this folder cannot be written
        yield False
        return
    try:
        yield True
    finally:
        os.close(descriptor)


def mark_of(records: Path) -> Path:
    """Return where the mark of records is."""
    return records.with_name(records.name + _MARK)


def log_of(records: Path) -> Path:
    """Return where SQLite's log of records is."""
    return records.with_name(records.name + _LOG)


def check_copied_whole(records: Path) -> None:
    """Check, before anything opens records, that they were not copied without their log from a folder in which it was needed.

    Raises:
        CopiedOpenError: They were.
    """
    before = _read(mark_of(records))
    # Read again, since somebody may just have closed the records: first the mark went, then the log.
    if before is not None and not log_of(records).exists() and _read(mark_of(records)) == before:
        raise CopiedOpenError(
            "the folder was copied while kashf was writing: case.db-wal is missing; copy it again, or use kashf backup", code="copied-open"
        )


def _read(path: Path) -> bytes | None:
    with suppress(OSError):
        return path.read_bytes()
    return None


def _locked(path: Path, how: int) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(descriptor, how)
            if _is_there(path, descriptor):  # else somebody took it away while we waited
                if not os.fstat(descriptor).st_size:
                    os.write(descriptor, f"{_SAYS}{os.urandom(_ID_BYTES).hex()}\n".encode())
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _is_there(path: Path, descriptor: int) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    return False
