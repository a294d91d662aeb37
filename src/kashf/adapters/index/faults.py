"""What tantivy raises, a ValueError for everything, in the words of the house."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kashf.errors import CaseLockedError, DamagedIndexError, KashfError, NoSpaceError, NotAllowedError, UnfinishedError

#: Bytes and files. A writer killed by an input/output error does not say which; with less than this left it was a full disk.
_LITTLE_SPACE: Final = 64_000_000
_FEW_FILES: Final = 64
#: The number of a system error, in the two forms that tantivy's messages carry it.
_CODE: Final = re.compile(r"(?:os error |Os \{ code: )(\d+)")
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_SHORTAGES: Final = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM})
_FORBIDDEN: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what tantivy raises into what a caller may handle.

    Args:
        path: The folder of the index.

    Raises:
        CaseLockedError: Another process writes.
        NoSpaceError: The disk has no more room, or no more files to give.
        NotAllowedError: The folder may not be read or written.
        UnfinishedError: The system is short of open files or memory.
        DamagedIndexError: Anything else; the index can be made again from the case.
    """
    try:
        yield
    except (
        BaseException
    ) as error:  # tantivy panics at some kinds of damage, which Python sees as a BaseException without an importable class
        if not isinstance(error, ValueError | OSError) and type(error).__name__ != "PanicException":
            raise
        raise _explained(error, path) from error


def _explained(error: BaseException, path: Path) -> KashfError:
    message = str(error)
    if "LockBusy" in message:
        return CaseLockedError("another process is writing to the search index of this case")
    codes = {error.errno} if isinstance(error, OSError) else {int(code) for code in _CODE.findall(message)}
    if codes & _FULL or ("writer was killed" in message and _is_nearly_full(path)):
        return NoSpaceError("there is no space left for the search index")
    if codes & _FORBIDDEN:
        return NotAllowedError("the search index may not be read or written here")
    if codes & _SHORTAGES:
        return UnfinishedError("the system has no more open files or memory for the search index", code="index-shortage")
    return DamagedIndexError("the search index is missing or cannot be read")


def _is_nearly_full(path: Path) -> bool:
    """Return whether the disk has little room; one that counts no files says that it has none at all."""
    disk = os.statvfs(path)
    return disk.f_bavail * disk.f_frsize < _LITTLE_SPACE or (disk.f_files > 0 and disk.f_favail < _FEW_FILES)
