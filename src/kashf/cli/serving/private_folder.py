"""A folder of this process alone, in memory where there is a place for it, wiped at the end."""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_BEGINNING: Final = "kashf-serve-"
#: Held as long as the process lives, so that what a killed one left is told from what is in use.
_LOCK: Final = "in-use"
#: Where Linux keeps files in memory; a folder of the user's own comes first.
_SHARED_MEMORY: Final = Path("/dev/shm")  # noqa: S108 - a new folder in it is of this user alone, as mkdtemp makes it


@contextmanager
def private_folder() -> Iterator[Path]:
    """Make a folder that only this user may enter, and remove it at the end; what killed servers left is removed before."""
    place = _place()
    _sweep(place)
    folder = Path(tempfile.mkdtemp(prefix=_BEGINNING, dir=place))
    lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder
    finally:
        wipe(folder)
        os.close(lock)


def write_private(path: Path, text: str) -> None:
    """Write a new file that only this user may read."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)


def wipe(folder: Path) -> None:
    """Remove a folder and all that is in it, also where a program that is ending still writes."""
    for _ in range(3):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return


def _place() -> Path:
    """Return where it goes: a folder in memory, or where temporary files go."""
    for place in (Path(os.environ.get("XDG_RUNTIME_DIR") or "/nonexistent"), _SHARED_MEMORY):
        if place.is_dir() and os.access(place, os.W_OK | os.X_OK):
            return place
    return Path(tempfile.gettempdir())


def _sweep(place: Path) -> None:
    for folder in place.glob(f"{_BEGINNING}*"):
        known = folder.lstat()
        if not stat.S_ISDIR(known.st_mode) or known.st_uid != os.getuid():
            continue
        with suppress(OSError):
            lock = os.open(folder / _LOCK, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                wipe(folder)
            finally:
                os.close(lock)
