"""Temporary folders that nobody else may enter: in memory where there is a place, removed at the end, or when the next process starts."""

from __future__ import annotations

import atexit
import fcntl
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from kashf.errors import NotAllowedError

_BEGINNING: Final = "work-"
#: Held as long as the process lives, so that what a killed one left is told from what is in use.
_LOCK: Final = "in-use"
#: Of locks of this process; the system closes them, and so lets go of them, when it dies.
_HELD: Final[list[int]] = []


def scratch_folder(*, in_memory: bool = True) -> Path:
    """Return a new, private folder; it is removed when this process ends.

    Args:
        in_memory: Where a folder in memory is to be had; not for what may be larger than that.

    Raises:
        NotAllowedError: There is no place for it.
    """
    for parent in _parents() if in_memory else _parents()[-1:]:
        if _make(parent):
            with suppress(OSError):
                return _made(parent)
    raise NotAllowedError("there is no place for a private temporary folder; TMPDIR names one", code="no-scratch")


def sweep() -> int:
    """Remove what processes that were killed left behind; returns how many folders."""
    return sum(_remove_if_left(folder) for parent in _parents() if _is_private(parent) for folder in parent.glob(f"{_BEGINNING}*"))


def remove(folder: Path) -> None:
    """Remove a folder and all that is in it; harmless when it is gone."""
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):
        folder.parent.rmdir()


def _made(parent: Path) -> Path:
    folder = parent / f"{_BEGINNING}{secrets.token_hex(8)}"
    folder.mkdir(mode=0o700)
    lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX)
    _HELD.append(lock)
    atexit.register(_remove_own, folder, os.getpid())
    return folder


def _remove_own(folder: Path, process: int) -> None:
    if os.getpid() == process:  # a child that was forked ends before its parent
        remove(folder)


def _remove_if_left(folder: Path) -> bool:
    if not _is_private(folder):
        return False
    try:
        lock = os.open(folder / _LOCK, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return False  # it is being made at this moment, or removed
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        remove(folder)
    except OSError:
        return False
    finally:
        os.close(lock)
    return True


def _parents() -> tuple[Path, ...]:
    """Return where such folders may lie: in memory first, on a disk last."""
    return tuple(place / f"kashf-{os.geteuid()}" for place in _places())


def _places() -> Iterator[Path]:
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    if runtime.is_absolute():
        yield runtime
    yield Path("/dev/shm")  # noqa: S108 - whose the folder in it is gets looked at
    named = Path(os.environ.get("TMPDIR", ""))
    yield named if named.is_absolute() else Path("/tmp")  # noqa: S108 - whose the folder in it is gets looked at


def _make(path: Path) -> bool:
    with suppress(OSError):
        path.mkdir(mode=0o700, exist_ok=True)
    return _is_private(path)


def _is_private(path: Path) -> bool:
    """Return whether a folder is this user's alone; anybody may make one of any name beside it."""
    try:
        status = path.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
