"""Opens the files of a task on this side, so that a child gets descriptors and never a path."""

from __future__ import annotations

import contextlib
import fcntl
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

#: Most files of one task; with the answer pipe they must fit one message.
MAX_SOURCES = 128
#: What is copied in memory; larger files that cannot be handed over as they are, are refused.
MAX_COPY_BYTES = 1 << 30

_SEALS = fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_WRITE | fcntl.F_SEAL_SEAL


class SourceError(Exception):
    """A file of a task cannot be handed over; the message says why, without its name."""


@contextlib.contextmanager
def opened(paths: Sequence[Path], *, must_copy: Callable[[os.stat_result], bool], payloads: Sequence[bytes] = ()) -> Iterator[list[int]]:
    """Give read-only descriptors, in the order of `paths`, then of `payloads`, and close them afterwards.

    Args:
        paths: At most MAX_SOURCES regular files; the last part of a path may be no link.
        must_copy: Which files to hand over as a sealed copy in memory.
        payloads: Bytes to hand over as sealed files in memory.

    Raises:
        SourceError: One of them cannot be had.
    """
    if len(paths) + len(payloads) > MAX_SOURCES:
        raise SourceError(f"{len(paths) + len(payloads)} files in one task")
    with contextlib.ExitStack() as stack:
        descriptors = []
        for path in paths:
            descriptor = _open(path)
            stack.callback(os.close, descriptor)
            if must_copy(os.fstat(descriptor)):
                descriptor = _copy(descriptor)
                stack.callback(os.close, descriptor)
            descriptors.append(descriptor)
        for payload in payloads:
            descriptors.append(_sealed(payload))
            stack.callback(os.close, descriptors[-1])
        yield descriptors


def _open(path: Path) -> int:
    try:
        # Without O_NONBLOCK a pipe somebody left in a folder would hold us here for good.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError as error:
        raise SourceError(f"the file cannot be opened: {error.strerror}") from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise SourceError("this is no regular file")
    return descriptor


def _sealed(payload: bytes) -> int:
    with os.fdopen(os.memfd_create("payload", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING), "wb") as file:
        file.write(payload)
        file.flush()
        fcntl.fcntl(file, fcntl.F_ADD_SEALS, _SEALS)
        return _reading_end(file.fileno())


def _copy(descriptor: int) -> int:
    size = os.fstat(descriptor).st_size
    if size > MAX_COPY_BYTES:
        raise SourceError(
            f"over {MAX_COPY_BYTES >> 20} MiB, and it cannot be shown to a box as it is; use an ordinary user and Linux 5.13 or later"
        )
    copy = os.memfd_create("source", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    try:
        position = 0
        while position < size and (sent := os.sendfile(copy, descriptor, position, size - position)):
            position += sent
        fcntl.fcntl(copy, fcntl.F_ADD_SEALS, _SEALS)
        return _reading_end(copy)
    except OSError as error:
        raise SourceError(f"the file cannot be read: {error.strerror}") from error
    finally:
        os.close(copy)


def _reading_end(descriptor: int) -> int:
    """Return a read-only descriptor of the same file, at its beginning."""
    return os.open(f"/proc/self/fd/{descriptor}", os.O_RDONLY | os.O_CLOEXEC)
