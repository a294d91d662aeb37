"""Files that hold keys: written once and whole, read only when nobody else can."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from kashf.errors import InstallationKeyError
from kashf.plain_files import sync_folder

_LARGEST = 64 * 1024


def write_once(path: Path, content: str) -> None:
    """Write a file that only its owner may read, unless there is one of that name: of two that start at once, one wins."""
    fresh = _written_beside(path, content)
    try:
        with suppress(FileExistsError):
            path.hardlink_to(fresh)
    finally:
        fresh.unlink()
    sync_folder(path.parent)


def write_over(path: Path, content: str) -> None:
    """Put another file in the place of one, whole or not at all; only its owner may read it."""
    _written_beside(path, content).replace(path)
    sync_folder(path.parent)


def read_private_file(path: Path) -> bytes:
    """Return what stands in a file that is this user's alone.

    Raises:
        InstallationKeyError: It is a link or no file, or others may read it.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        raise InstallationKeyError(f"the file {path.name} among the keys of this installation cannot be opened", code="key-file") from error
    with os.fdopen(descriptor, "rb") as file:
        told = os.fstat(descriptor)
        if not stat.S_ISREG(told.st_mode):
            raise InstallationKeyError(f"{path.name} among the keys of this installation is no file", code="key-file")
        if told.st_mode & 0o077:
            raise InstallationKeyError(
                f"others may read {path.name} among the keys of this installation; `chmod 600` it", code="key-file-open", file=path.name
            )
        return file.read(_LARGEST)


def _written_beside(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_suffix(f".{os.getpid()}.new")
    with suppress(FileNotFoundError):
        fresh.unlink()
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return fresh
