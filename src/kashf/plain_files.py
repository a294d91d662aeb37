"""Files and folders of a case, into which somebody else may have put what holds up or floods whoever reads it."""

from __future__ import annotations

import errno
import hmac
import os
import stat
from collections.abc import Callable
from io import BufferedReader
from pathlib import Path

from kashf.errors import KashfError

#: Hex digits before what is kept.
_SEAL_DIGITS = 64


def open_plain(path: Path) -> BufferedReader:
    """Open a regular file for reading.

    Raises:
        OSError: It is not there, cannot be read, or is something else (a link, a pipe, a folder).
    """
    # Without O_NONBLOCK a pipe would hold us for good.
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "no plain file")
        return os.fdopen(descriptor, "rb")
    except OSError:
        os.close(descriptor)
        raise


def sync_folder(path: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read_kept(path: Path, *, most_bytes: int) -> bytes:
    """Return what a file holds.

    Raises:
        OSError: It is not there, no plain file (a link, a pipe, a folder), or has more bytes than these.
    """
    with open_plain(path) as file:
        content = file.read(most_bytes + 1)
    if len(content) > most_bytes:
        raise OSError(errno.EFBIG, "too large")
    return content


class CacheSeal:
    """Tells what this installation keeps in the cache of a case from what somebody else put there, by a key that lies in no case.

    Args:
        key: Returns it; asked for when something is kept or read.
        tell: Told the kind of what is not from here.
    """

    def __init__(self, key: Callable[[], bytes], tell: Callable[[str], None] = lambda _kind: None) -> None:
        self._key = key
        self._tell = tell

    def read(self, path: Path, *, most_bytes: int) -> bytes:
        """Return what was kept under a name; what is not from here is told of, and is to be made anew.

        Raises:
            OSError: There is nothing, no plain file, too much, or something that is not from here.
        """
        seal, _, content = read_kept(path, most_bytes=most_bytes + _SEAL_DIGITS + 1).partition(b"\n")
        if not hmac.compare_digest(seal, self._seal(path, content)):
            self._tell("lines" if path.parent.name == "lines" else path.name)
            raise OSError(errno.EINVAL, "not kept by this installation")
        return content

    def keep(self, path: Path, content: bytes) -> None:
        """Keep something in place of what was kept, whole or not at all.

        Raises:
            OSError: There is no room, or no right to write.
        """
        sealed = self._seal(path, content) + b"\n" + content
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_suffix(".part")
        draft.write_bytes(sealed)
        draft.replace(path)

    def _seal(self, path: Path, content: bytes) -> bytes:
        try:
            key = self._key()
        except KashfError as error:
            raise OSError(errno.EACCES, "no key of this installation") from error
        return hmac.digest(key, path.name.encode() + b"\0" + content, "sha256").hex().encode()


#: For what is made in tests alone: anybody has its key.
UNKEYED = CacheSeal(bytes)
