"""Reads files of caches in a case's folder, into which somebody else may have put what holds up or floods whoever reads it."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def read_kept(path: Path, *, most_bytes: int) -> bytes:
    """Return what a file holds.

    Raises:
        OSError: It is not there, no plain file (a link, a pipe, a folder), or has more bytes than these.
    """
    # Without O_NONBLOCK a pipe would hold us for good.
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "no plain file")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            content = file.read(most_bytes + 1)
    finally:
        os.close(descriptor)
    if len(content) > most_bytes:
        raise OSError(errno.EFBIG, "too large")
    return content
