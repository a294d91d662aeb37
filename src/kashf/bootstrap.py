"""Joins services and adapters; the one place that knows both. Imports wait until a function needs them: a person is waiting too."""

from __future__ import annotations

import datetime as dt
import errno
import fcntl
import json
import os
import sqlite3
import time
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from kashf.adapters.stores.folder import FolderBlobs, no_space_named
from kashf.errors import BadPathError, CaseLockedError, DamagedCaseError, NotAllowedError, UsageError
from kashf.services.handles import OpenCase, WritableCase

if TYPE_CHECKING:
    from kashf.adapters.runtime.machine import Part
    from kashf.adapters.runtime.sandbox.boundary import Check
    from kashf.ports.runs import RunLog
    from kashf.ports.runtime import Clock, Sandbox
    from kashf.ports.taggers import Tagger
    from kashf.settings import Settings

#: Raise it when the folder changes in a way that an older kashf must not touch; docs/reference/case-format.md says how.
CASE_FORMAT = 1


#: For how long a decision waits for another to be written down.
_PATIENCE_SECONDS = 2.0
#: Longest name of a case, in code points; it stands in the head of every page.
_NAME_LENGTH = 200
#: There while a case is being made; it becomes case.toml at the very end.
_DRAFT = "case.toml.new"
#: All there can be in a folder in which a case was being made, but for blobs.
_HALF_MADE = frozenset({"lock", _DRAFT, "case.db", "case.db-wal", "case.db-shm", "case.db-journal", "blobs"})


def create_case(path: Path, *, name: str, settings: Settings) -> None:
    """Make a new, empty case; what an earlier attempt left half made is taken away first.

    Args:
        path: Its folder: missing, empty, or one in which an earlier attempt was stopped. Only its owner may look into it.
        name: What people call it; up to 200 code points.
        settings: Who makes it.

    Raises:
        UsageError: The name cannot be used.
        BadPathError: There is something at `path` already.
        NotAllowedError: The folder cannot be made there.
        NoSpaceError: The disk is full; the same call goes on later.
    """
    from kashf.adapters.runtime.clock import SystemClock

    _check_name(name)
    device, now = settings.device(), SystemClock().now()
    _check_is_free(path)
    with _rights_named(path), no_space_named():
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.chmod(0o700)
        with _lock(path / "lock"):
            _check_is_free(path)
            _take_away_half_made(path)
            _write_draft(path / _DRAFT, name=name, now=now)
            (path / "blobs").mkdir(mode=0o700)
            _make_records(path / "case.db", _Creation(device, settings.actor, name, now))
            # Last, and at once: a folder with case.toml is a whole case.
            (path / _DRAFT).rename(path / "case.toml")
            _sync_folder(path)


def open_case(path: Path) -> OpenCase:
    """Open a case for reading.

    Raises:
        BadPathError: There is no case at `path`.
        DamagedCaseError: It cannot be read, or is of a later format.
    """
    from kashf.adapters.stores.sql.view import sqlite_view
    from kashf.adapters.stores.tantivy import TantivyIndex

    head = _read_head(path)
    view = sqlite_view(str(path / "case.db"))
    return OpenCase(path, str(head["name"]), view, TantivyIndex(path / "index"), FolderBlobs(path / "blobs"))


@contextmanager
def open_for_writing(path: Path, *, settings: Settings) -> Iterator[WritableCase]:
    """Open a case for writing, alone; the lock falls when the block is left, or the process dies.

    Args:
        path: The case's folder.
        settings: Who is at work, and how.

    Raises:
        BadPathError: There is no case at `path`.
        CaseLockedError: Another process writes to it.
        DamagedCaseError: Its records are missing or cannot be read; they are not made anew.
    """
    from kashf.adapters.runtime.clock import SystemClock
    from kashf.adapters.stores.sql.store import SqlStore

    _read_head(path)
    with _lock(path / "lock"):
        _check_records(path / "case.db")
        store = SqlStore(f"sqlite:///{path / 'case.db'}")
        case = WritableCase(
            reading=open_case(path),
            store=store,
            device=settings.device(),
            actor=settings.actor,
            clock=SystemClock(),
        )
        try:
            yield case
        finally:
            case.close()


@contextmanager
def open_to_decide(path: Path, *, settings: Settings) -> Iterator[WritableCase]:
    """Open a case for writing down one decision, also while others have it open for reading, as `kashf serve` has.

    Somebody else's decision is waited for; it takes a few milliseconds.

    Args:
        path: The case's folder.
        settings: Who decides.

    Raises:
        CaseLockedError: Files are being taken in or read; nothing was written down.
        BadPathError, DamagedCaseError: As `open_for_writing`.
    """
    with ExitStack() as stack:
        yield _patiently(lambda: stack.enter_context(open_for_writing(path, settings=settings)))


def temporary_blobs(folder: Path) -> FolderBlobs:
    """Return a blob store in a folder that the caller throws away."""
    return FolderBlobs(folder / "blobs")


def make_sandbox(*, accept_unsafe: bool) -> Sandbox:
    """Return the best sandbox this machine has.

    Raises:
        SandboxError: None, and nobody has accepted an unsafe one.
    """
    from kashf.adapters.runtime.sandbox import make_sandbox as make

    return make(accept_unsafe=accept_unsafe)


def make_taggers(case: OpenCase | None = None) -> tuple[Tagger, ...]:
    """Return what finds names on this machine.

    Args:
        case: Names that people have accepted in it are looked for too; None outside of a case.
    """
    from kashf.adapters.engines.gazetteer import GazetteerTagger, PlacesTagger, case_entries
    from kashf.adapters.engines.spacy import SpacyTagger, is_installed
    from kashf.language.measures.tagger import MeasureTagger
    from kashf.language.mentions.rules import RuleTagger
    from kashf.services.names import accepted_names

    english = (SpacyTagger(),) if is_installed() else ()
    own = (GazetteerTagger(case_entries(accepted_names(case)), table="case"),) if case else ()
    return (PlacesTagger(), *own, RuleTagger(), MeasureTagger(), *english)


def decode_text(data: bytes, *, name: str) -> tuple[str, str]:
    """Return what bytes say as text, and the ISO 639 code of its language or "".

    Args:
        data: Of a text file in any encoding.
        name: What to call it in messages.

    Raises:
        UsageError: It is no text.
    """
    from kashf.adapters.engines.charset import decode
    from kashf.adapters.engines.langdetect import LanguageGuesser

    decoded = decode(data)
    if decoded is None:
        raise UsageError(f"{name} is no text; `kashf text` gets the text out of files of other kinds")
    return decoded[0], LanguageGuesser().guess(decoded[0])


def system_clock() -> Clock:
    """Return what tells the time."""
    from kashf.adapters.runtime.clock import SystemClock

    return SystemClock()


def run_log(settings: Settings) -> RunLog:
    """Return where this installation remembers on which catalogues the precedence test was run."""
    from kashf.adapters.stores.run_log import FileRunLog

    return FileRunLog(settings.home / "precedence-runs.jsonl")


def examine_machine() -> tuple[Part, ...]:
    """Return what this machine has of the things kashf uses."""
    from kashf.adapters.runtime.machine import machine_parts

    return machine_parts()


def try_sandbox() -> tuple[str, tuple[Check, ...]]:
    """Return the grade of the best sandbox here and what became of each attempt to break out of it; takes some five seconds.

    Raises:
        SandboxError: There is none.
    """
    from kashf.adapters.runtime.sandbox.boundary import checks

    return make_sandbox(accept_unsafe=False).grade, checks()


def _patiently(open_it: Callable[[], WritableCase]) -> WritableCase:
    until = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            return open_it()
        except CaseLockedError:
            if time.monotonic() > until:
                raise CaseLockedError("files are being taken in or read in this case just now; the decision was not written down") from None
            time.sleep(0.02)


@dataclass(frozen=True, slots=True)
class _Creation:
    """What the first entry of a case's ledger says."""

    device: str
    actor: str
    name: str
    now: dt.datetime


def _check_name(name: str) -> None:
    if not name.strip() or len(name) > _NAME_LENGTH or any(unicodedata.category(character) in ("Cc", "Cs") for character in name):
        raise UsageError(
            f"a case needs a name of 1 to {_NAME_LENGTH} letters, no control characters, no bytes beyond UTF-8; --name gives one"
        )


def _check_is_free(path: Path) -> None:
    """Check that there is nothing at a path, or an empty folder, or a case that was being made and holds nothing yet."""
    with _rights_named(path):
        if not path.exists() and not path.is_symlink():
            return
        names = {each.name for each in path.iterdir()}
        is_half_made = names <= _HALF_MADE and (_DRAFT in names or names <= {"lock"})
        if not is_half_made or ("blobs" in names and any((path / "blobs").iterdir())):
            raise BadPathError(f"there is something at {path} already; a new case needs a new folder")


def _take_away_half_made(path: Path) -> None:
    for name in _HALF_MADE - {"lock", "blobs"}:
        (path / name).unlink(missing_ok=True)
    if (path / "blobs").exists():
        (path / "blobs").rmdir()


def _write_draft(path: Path, *, name: str, now: dt.datetime) -> None:
    """Write the head of a case; a name without control characters is the same in JSON and in TOML."""
    from kashf.domain.ledger import format_time

    content = f"format = {CASE_FORMAT}\nname = {json.dumps(name, ensure_ascii=False)}\ncreated = {format_time(now)}\n"
    with os.fdopen(_private(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), "w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _private(path: Path, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _make_records(path: Path, creation: _Creation) -> None:
    from kashf.adapters.stores.sql.store import SqlStore
    from kashf.domain.ids import Json
    from kashf.domain.ledger import GENESIS, Entry, Kind

    os.close(_private(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))  # SQLite gives its other files the rights of this one
    body: dict[str, Json] = {"name": creation.name, "format": CASE_FORMAT}
    store = SqlStore(f"sqlite:///{path}")
    try:
        with store.unit() as uow:
            uow.append(Entry(creation.device, 0, GENESIS, creation.now, creation.actor, Kind.CREATED, body))
            uow.commit()
    finally:
        store.close()


def _check_records(path: Path) -> None:
    """Check that a case's records are there before SQLite is asked for them: it would make an empty file of a missing one."""
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
    if not tables >= {"ledger", "alembic_version"}:
        raise DamagedCaseError("case.db has no ledger in it")


def _sync_folder(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _read_head(path: Path) -> dict[str, str | int | dt.datetime]:
    try:
        head: dict[str, str | int | dt.datetime] = tomllib.loads((path / "case.toml").read_text(encoding="utf-8"))
    except OSError as error:
        if isinstance(error, PermissionError):
            raise NotAllowedError(f"the case at {path} cannot be read") from error
        raise BadPathError(f"there is no case at {path}; `kashf init {path}` makes one") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DamagedCaseError("case.toml cannot be read") from error
    if head.get("format") != CASE_FORMAT:
        raise DamagedCaseError(f"the case has format {head.get('format')}; this kashf knows format {CASE_FORMAT}")
    return head


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    with _rights_named(path):
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
def _rights_named(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise NotAllowedError(f"no right to write at {path}") from error
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.ENAMETOOLONG, errno.ELOOP, errno.EISDIR):
            raise BadPathError(f"no case can be at {path}") from error
        raise
