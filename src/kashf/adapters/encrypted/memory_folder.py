"""Where a case that is unlocked has its key, its index and the file that is being read: a private folder in memory, never on a disk.

It lies on a file system of the kind tmpfs, in XDG_RUNTIME_DIR, which most systems empty when its user leaves, else in /dev/shm. A system
that swaps may write memory to a disk; `kashf doctor` says whether it does.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import secrets
import shutil
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

from kashf.adapters.case_folder import private
from kashf.adapters.encrypted.case_keys import KEY_BYTES, CaseKeys
from kashf.errors import NoKeyError, NoSpaceError, NotAllowedError

#: Of a case: its key; its index; files that are being read; its caches.
_KEY: Final = "key"
INDEX: Final = "index"
FILES: Final = "files"
CACHE: Final = "cache"
#: File systems that have no other place than memory.
_IN_MEMORY: Final = frozenset({"tmpfs", "ramfs"})
#: What a case needs beside the index, in bytes.
_LEAST_ROOM: Final = 16 << 20


class MemoryFolder:
    """The folder of a case that is unlocked.

    Args:
        path: The folder.
        keys: The key that lies in it.
    """

    def __init__(self, path: Path, keys: CaseKeys) -> None:
        self.path = path
        self.keys = keys

    def check(self) -> None:
        """Raise NoKeyError when the case has been locked meanwhile."""
        if not (self.path / _KEY).exists():
            raise NoKeyError("the case was locked")

    @classmethod
    def begin(cls, path: Path, keys: CaseKeys) -> MemoryFolder:
        """Make one; the key comes last, so that a folder with a key is whole."""
        shutil.rmtree(path, ignore_errors=True)  # of one that was cut off before it had its key
        for place in (path, path / INDEX, path / FILES, path / CACHE):
            place.mkdir(mode=0o700)
        draft = path / f"{_KEY}.new"
        with os.fdopen(private(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), "w") as file:
            json.dump({"id": keys.id, "secret": keys.secret.hex()}, file)
        draft.rename(path / _KEY)
        return cls(path, keys)

    def end(self) -> None:
        """Take the key away first, then everything else."""
        with suppress(FileNotFoundError):
            with (self.path / _KEY).open("r+b") as file:
                file.write(secrets.token_bytes((self.path / _KEY).stat().st_size))
            (self.path / _KEY).unlink()
        for _ in range(3):  # a process that still has the case open may be putting a file there
            shutil.rmtree(self.path, ignore_errors=True)
        with suppress(OSError):
            self.path.parent.rmdir()


def unlocked(case: Path, *, id: str) -> MemoryFolder | None:
    """Return where a case lies unlocked in memory; None while it is locked.

    Args:
        case: The case's folder.
        id: Its key's.
    """
    name = _name(case, id)
    for parent in _parents():
        path = parent / name
        if _is_private(parent) and _is_private(path) and (keys := _read(path / _KEY, id)):
            return MemoryFolder(path, keys)
    return None


def unlock(case: Path, keys: CaseKeys, *, room_bytes: int) -> MemoryFolder:
    """Put the key of a case into memory.

    Args:
        case: The case's folder.
        keys: Its key.
        room_bytes: What its index takes.

    Raises:
        NotAllowedError: This machine has no folder in memory that is this user's alone.
        NoSpaceError: There is not enough memory.
    """
    if there := unlocked(case, id=keys.id):
        return there
    parents = [parent for parent in _parents() if _is_in_memory(parent.parent) and _make(parent)]
    if not parents:
        raise NotAllowedError(
            "there is no private folder in memory (XDG_RUNTIME_DIR or /dev/shm on tmpfs), and on a disk nothing is decrypted",
            code="no-memory-folder",
        )
    for parent in parents:
        if _free(parent) >= room_bytes + _LEAST_ROOM:
            break
    else:
        need = (room_bytes + _LEAST_ROOM) >> 20
        raise NoSpaceError(f"the index needs {need:,} MiB in memory, at {parents[-1]}; free some, or give /dev/shm more")
    descriptor = os.open(parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)  # of two who unlock one case at once, the second finds what the first has made
        return unlocked(case, id=keys.id) or MemoryFolder.begin(parent / _name(case, keys.id), keys)
    finally:
        os.close(descriptor)


def has_place() -> bool:
    """Return whether this machine has a folder in memory in which a case can lie unlocked."""
    return any(_is_in_memory(parent.parent) and os.access(parent.parent, os.W_OK) for parent in _parents())


def all_unlocked() -> tuple[Path, ...]:
    """Return the folders of all cases that this user has unlocked."""
    return tuple(path for parent in _parents() if _is_private(parent) for path in sorted(parent.iterdir()) if (path / _KEY).exists())


def elsewhere(id: str) -> tuple[MemoryFolder, ...]:
    """Return where a case lies unlocked in memory, whatever folder it was unlocked in: it may have been moved or copied since."""
    return tuple(MemoryFolder(path, keys) for path in all_unlocked() if (keys := _read(path / _KEY, id)))


def _name(case: Path, id: str) -> str:
    """Return the name of a case's folder in memory: of its key and of its folder, so that a copy of a case has another."""
    status = case.stat()
    return hashlib.sha256(f"{id} {status.st_dev} {status.st_ino}".encode()).hexdigest()[:32]


def _parents() -> tuple[Path, ...]:
    """Return where to look, in order."""
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    return tuple(place / f"kashf-{os.geteuid()}" for place in (runtime, Path("/dev/shm")) if place.is_absolute())  # noqa: S108 - whose it is gets looked at


def _is_private(path: Path) -> bool:
    """Return whether a folder is there that is this user's alone: anybody may make one in /dev/shm."""
    try:
        status = path.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IRWXG | stat.S_IRWXO)


def _make(path: Path) -> bool:
    with suppress(OSError):
        path.mkdir(mode=0o700, exist_ok=True)
    return _is_private(path)


def _is_in_memory(path: Path) -> bool:
    """Return whether a folder lies in memory, as the kernel's list of what is mounted says."""
    try:
        real, mounted = path.resolve(strict=True), Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    kinds: dict[Path, str] = {}
    for line in mounted.splitlines():
        before, _, behind = line.partition(" - ")
        kinds[Path(before.split(" ")[4])] = behind.split(" ")[0]  # of two at one place, the later covers the earlier
    return next((kinds[place] for place in (real, *real.parents) if place in kinds), "") in _IN_MEMORY


def _free(path: Path) -> int:
    disk = os.statvfs(path)
    return disk.f_bavail * disk.f_frsize


def _read(path: Path, id: str) -> CaseKeys | None:
    try:
        said = json.loads(path.read_bytes())
        keys = CaseKeys(str(said["id"]), bytes.fromhex(said["secret"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return keys if keys.id == id and len(keys.secret) == KEY_BYTES else None
