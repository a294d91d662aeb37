"""Joins services and adapters; the one place that knows both. Imports wait until a function needs them: a person is waiting too."""

from __future__ import annotations

import datetime as dt
import fcntl
import json
import os
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kashf.adapters.stores.folder import FolderBlobs, no_space_named
from kashf.errors import BadPathError, CaseLockedError, DamagedCaseError, NotAllowedError
from kashf.services.handles import OpenCase, WritableCase

if TYPE_CHECKING:
    from kashf.adapters.runtime.machine import Part
    from kashf.adapters.runtime.sandbox.boundary import Check
    from kashf.ports.runtime import Sandbox
    from kashf.settings import Settings

#: Raise it when the folder changes in a way that an older kashf must not touch; docs/reference/case-format.md says how.
CASE_FORMAT = 1


def create_case(path: Path, *, name: str, settings: Settings) -> None:
    """Make a new, empty case.

    Raises:
        BadPathError: There is something at `path` already.
        NotAllowedError: The folder cannot be made there.
    """
    from kashf.adapters.runtime.clock import SystemClock
    from kashf.adapters.stores.sql.store import SqlStore
    from kashf.domain.ids import Json
    from kashf.domain.ledger import GENESIS, Entry, Kind, format_time

    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise BadPathError(f"there is something at {path} already; a new case needs a new folder")
    now = SystemClock().now()
    with _rights_named(path), no_space_named():
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        (path / "blobs").mkdir()
    store = SqlStore(f"sqlite:///{path / 'case.db'}")
    body: dict[str, Json] = {"name": name, "format": CASE_FORMAT}
    with store.unit() as uow:
        uow.append(Entry(settings.device(), 0, GENESIS, now, settings.actor, Kind.CREATED, body))
        uow.commit()
    store.close()
    # Last, and at once: a folder with case.toml is a whole case.
    draft = path / "case.toml.new"
    draft.write_text(
        f"format = {CASE_FORMAT}\nname = {json.dumps(name, ensure_ascii=False)}\ncreated = {format_time(now)}\n", encoding="utf-8"
    )
    draft.rename(path / "case.toml")


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
    """
    from kashf.adapters.runtime.clock import SystemClock
    from kashf.adapters.stores.sql.store import SqlStore

    _read_head(path)
    with _lock(path / "lock"):
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


def _read_head(path: Path) -> dict[str, str | int | dt.datetime]:
    try:
        head: dict[str, str | int | dt.datetime] = tomllib.loads((path / "case.toml").read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        raise BadPathError(f"there is no case at {path}; `kashf init {path}` makes one") from None
    except PermissionError as error:
        raise NotAllowedError(f"the case at {path} cannot be read") from error
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
    except PermissionError as error:
        raise NotAllowedError(f"no right to write at {path}") from error
