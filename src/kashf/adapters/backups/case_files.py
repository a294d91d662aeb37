"""The files of a case's folder that a backup holds, and where a backup and a restored case are made before they have their names."""

from __future__ import annotations

import errno
import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from kashf.adapters.backups.backup_form import is_name
from kashf.errors import BadPathError, CaseLockedError, NoSpaceError, NotAllowedError
from kashf.plain_files import sync_folder

#: Made anew from the rest, or of this machine and moment alone. The records are copied apart. Lists of blobs that are kept and not named
#: yet are no drafts: they say of which blobs nothing tells.
_LEFT_OUT: Final = re.compile(r"(?:index|cache|lock|case\.db[^/]*|[^/]*\.new)(?:/|$)|blobs/drafts/(?!.*-pending$)")
#: There while a folder is being restored, so that what a killed process left is known for what it is.
_MARK = ".kashf-restore"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS)


@dataclass(frozen=True, slots=True)
class CaseFiles:
    """What is in the folder of a case.

    Args:
        names: What is to be backed up, but for the records, with "/" between folders; case.toml first.
        strange: How many files are no part of a case: links, pipes, names that kashf gives nothing.
    """

    names: tuple[str, ...]
    strange: int


def case_files(folder: Path) -> CaseFiles:
    """Return what is in the folder of a case."""
    names: list[str] = []
    strange = 0
    for path, is_plain in _walked(folder):
        name = path.relative_to(folder).as_posix()
        if is_plain and is_name(name):
            names.append(name)
        else:
            strange += 1
    return CaseFiles(tuple(sorted(names, key=lambda name: (name != "case.toml", name))), strange)


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file that has its name once the block ended well and all of it is on the disk; else nothing of it stays.

    Raises:
        BadPathError: There is something at `path`, or there cannot be.
        CaseLockedError: Another process writes it.
        NoSpaceError: The disk is full.
    """
    draft = path.with_name(f".{path.name}.part")
    with _translated(path):
        check_is_new(path)
        descriptor = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            _lock(descriptor, path)
            try:
                file.truncate(0)  # a killed process left it
                yield file
                file.flush()
                os.fsync(descriptor)
                check_is_new(path)
                draft.rename(path)
            except BaseException:
                draft.unlink(missing_ok=True)
                with suppress(OSError):
                    file.truncate(0)  # so that closing has nothing to write to a full disk
                raise
        sync_folder(path.parent)


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Give an empty folder that has its name, with all that is in it, once the block ended well; else nothing of it stays.

    Raises:
        BadPathError: There is something at `path`, or there cannot be.
        CaseLockedError: Another process makes it.
        NoSpaceError: The disk is full.
    """
    draft = path.with_name(f".{path.name}.part")
    with _translated(path):
        check_is_new(path)
        _sweep(draft, path)
        draft.mkdir(mode=0o700)
        descriptor = os.open(draft / _MARK, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            _lock(descriptor, path)
            yield draft
            check_is_new(path)
            (draft / _MARK).unlink()
            draft.rename(path)
            sync_folder(path)
            sync_folder(path.parent)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
        finally:
            os.close(descriptor)


def check_is_new(path: Path) -> None:
    """Check that there is nothing at a path.

    Raises:
        BadPathError: There is.
    """
    if path.exists() or path.is_symlink():
        raise BadPathError(f"there is something at {path} already, and nothing is written over")


def _walked(folder: Path, below: str = "") -> Iterator[tuple[Path, bool]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            name = f"{below}{entry.name}"
            if _LEFT_OUT.match(name):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walked(Path(entry.path), f"{name}/")
            else:
                yield Path(entry.path), entry.is_file(follow_symlinks=False)


def _sweep(draft: Path, path: Path) -> None:
    """Take away what a killed process left of a folder."""
    if not draft.exists():
        return
    try:
        descriptor = os.open(draft / _MARK, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
    except FileNotFoundError:
        if any(draft.iterdir()):
            raise BadPathError(f"there is something at {draft}, where the case would be made") from None
        draft.rmdir()
        return
    try:
        _lock(descriptor, path)
        shutil.rmtree(draft)
    finally:
        os.close(descriptor)


def _lock(descriptor: int, path: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise CaseLockedError(f"another kashf process is writing {path.name}") from None


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise NoSpaceError(f"no space left for {path.name}; nothing of it was kept") from error
        if error.errno in _NO_RIGHT:
            raise NotAllowedError(f"no right to write at {path.parent}") from error
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EISDIR):
            raise BadPathError(f"nothing can be written at {path}") from error
        raise
