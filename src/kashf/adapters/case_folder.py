"""The folder of a case: made so that half a case is never taken for a whole one, locked while it is written to, read with named errors."""

from __future__ import annotations

import datetime as dt
import errno
import fcntl
import json
import os
import re
import sqlite3
import time
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from kashf.domain.files.case_label import CaseLabel
from kashf.domain.ledger import format_time
from kashf.errors import BadPathError, CaseLockedError, DamagedCaseError, LaterVersionError, NotAllowedError
from kashf.plain_files import sync_folder

#: Raise it when the folder changes in a way that an older kashf must not touch; docs/reference/case-format.md says how.
#: Format 1 had one chain for custody and work; it is read as it is, and raised when something is written.
CASE_FORMAT = 2

#: There while a case is being made; it becomes case.toml at the very end.
DRAFT = "case.toml.new"
#: What case.toml says of an encrypted case: the id of its key.
KEYED = "encrypted"
#: All there can be in a folder in which a case was being made, but for blobs.
_HALF_MADE = frozenset(
    {"lock", DRAFT, "case.db", "case.db-wal", "case.db-shm", "case.db-journal", "case.db-open", "keys", "keys.new", "blobs"}
)

#: Longest name of a case, in code points; it stands in the head of every page.
NAME_LENGTH = 200
#: More of a case.toml is not read.
_LABEL_BYTES = 1 << 16

#: Seconds before each attempt to take a case's lock: two who decide at once follow one another.
_LOCK_WAITS = (0.0, 0.05, 0.1, 0.2, 0.4)


def check_is_free(path: Path) -> None:
    """Check that there is nothing at a path, or an empty folder, or a case that was being made and holds nothing yet."""
    with translate_permissions(path):
        if not path.exists() and not path.is_symlink():
            return
        names = {each.name for each in path.iterdir()}
        is_half_made = names <= _HALF_MADE and (DRAFT in names or names <= {"lock"})
        if not is_half_made or ("blobs" in names and any((path / "blobs").iterdir())):
            raise BadPathError(f"there is something at {path} already; a new case needs a new folder")


def take_away_half_made(path: Path) -> None:
    """Remove what an attempt to make a case left behind before it was stopped."""
    for name in _HALF_MADE - {"lock", "blobs"}:
        (path / name).unlink(missing_ok=True)
    if (path / "blobs").exists():
        (path / "blobs").rmdir()


def write_draft(path: Path, *, name: str, now: dt.datetime, key: str = "") -> None:
    """Write the head of a case; a name without control characters is the same in JSON and in TOML.

    Args:
        path: Where.
        name: What people call the case; left out of the head of one that is encrypted.
        now: When it is made.
        key: Id of the key by which it is encrypted; "" when it is not.
    """
    told = f'{KEYED} = "{key}"' if key else f"name = {json.dumps(name, ensure_ascii=False)}"
    _write_whole(path, f"format = {CASE_FORMAT}\n{told}\ncreated = {format_time(now)}\n")


def raise_format(path: Path) -> None:
    """Write into the head of an earlier case that it has this format from now on; only for the holder of the case's lock."""
    head = (path / "case.toml").read_text(encoding="utf-8")
    _write_whole(path / DRAFT, re.sub(r"(?m)^format *= *\d+", f"format = {CASE_FORMAT}", head, count=1))
    (path / DRAFT).rename(path / "case.toml")
    sync_folder(path)


def _write_whole(path: Path, content: str) -> None:
    with os.fdopen(private(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), "w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def private(path: Path, flags: int) -> int:
    """Open a file that only its owner may read, and return its descriptor."""
    return os.open(path, flags, 0o600)


def check_records(path: Path) -> None:
    """Check that a case's records are there before SQLite is asked for them: it would make an empty file of a missing one."""
    if not os.access(path.parent, os.W_OK):
        raise NotAllowedError(f"no right to write at {path.parent}", code="records-read-only")
    try:
        if path.stat().st_size == 0:
            raise DamagedCaseError("case.db is empty")
    except FileNotFoundError:
        raise DamagedCaseError("case.db is missing") from None
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, timeout=10)) as records:
            tables = {row[0] for row in records.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.Error as error:
        raise DamagedCaseError("case.db cannot be read") from error
    if "ledger" not in tables:
        raise DamagedCaseError("case.db has no ledger in it")


def read_label(path: Path) -> CaseLabel:
    """Return what case.toml says.

    Raises:
        BadPathError: There is no case at `path`.
        NotAllowedError: It must not be read.
        DamagedCaseError: It cannot be read, or does not say what it should.
        LaterVersionError: It is of a later format.
    """
    try:
        # NONBLOCK, so that a pipe in its place cannot hold us up.
        with os.fdopen(os.open(path / "case.toml", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            untrusted = tomllib.loads(file.read(_LABEL_BYTES).decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DamagedCaseError("case.toml cannot be read: it is no TOML") from error
    except OSError as error:
        if isinstance(error, PermissionError):
            raise NotAllowedError(f"the case at {path} cannot be read", code="case-not-readable", path=path) from error
        if error.errno in (errno.ELOOP, errno.EISDIR):
            raise DamagedCaseError("case.toml is a link or a folder") from None
        raise BadPathError(f"there is no case at {path}; `kashf init {path}` makes one") from None
    return _check_label(untrusted)


def _check_label(untrusted: Mapping[str, object]) -> CaseLabel:
    format, name, created = (untrusted.get(key) for key in ("format", "name", "created"))
    if type(format) is not int or format < 1:
        raise DamagedCaseError("case.toml does not say which format the case has: `format` has to be a whole number from 1")
    if format > CASE_FORMAT:
        raise LaterVersionError(f"its format is {format}; this kashf knows up to {CASE_FORMAT}")
    key = untrusted.get(KEYED)
    if key is not None and (not isinstance(key, str) or not re.fullmatch("[0-9a-f]{32}", key)):
        raise DamagedCaseError("case.toml does not say which key the case has")
    if key is None and (not isinstance(name, str) or not is_case_name(name)):
        raise DamagedCaseError("case.toml does not say what the case is called: `name` has to be text of one line")
    if created is not None and (not isinstance(created, dt.datetime) or created.tzinfo is None):
        raise DamagedCaseError("case.toml does not say when the case was made: `created` has to be a time in UTC")
    return CaseLabel("" if key else str(name), format, created, key or "")


def is_case_name(name: str) -> bool:
    """Return whether a case may be called so: 1 to `NAME_LENGTH` letters, no control characters, no bytes beyond UTF-8."""
    shut = any(unicodedata.category(character) in ("Cc", "Cs") for character in name)
    return bool(name.strip()) and len(name) <= NAME_LENGTH and not shut


@contextmanager
def lock(path: Path) -> Iterator[None]:
    """Hold a case's lock while the block runs; it falls when the process dies.

    Raises:
        CaseLockedError: Another process holds it.
    """
    with translate_permissions(path):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CaseLockedError("another kashf process is writing to this case") from None
        yield
    finally:
        os.close(descriptor)


@contextmanager
def try_lock(path: Path) -> Iterator[bool]:
    """Give a block that tells whether a case's lock was to be had within moments, and is held in it; a run holds it for hours."""
    with ExitStack() as stack:
        yield any(_takes(stack, path, wait) for wait in _LOCK_WAITS)


def _takes(stack: ExitStack, path: Path, wait: float) -> bool:
    time.sleep(wait)
    try:
        stack.enter_context(lock(path))
    except CaseLockedError:
        return False
    return True


@contextmanager
def translate_permissions(path: Path) -> Iterator[None]:
    """Turn errors of the system about rights and paths into ours, which name what to do."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise NotAllowedError(f"no right to write at {path}") from error
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.ENAMETOOLONG, errno.ELOOP, errno.EISDIR):
            raise BadPathError(f"no case can be at {path}") from error
        raise
