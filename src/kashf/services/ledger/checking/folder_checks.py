"""Checks the folder of a case: whether others than its owner can look into it, and whether its files are files."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from kashf.domain.ledger import Fault

_CLOSE: Final = "chmod -R go= CASE"
#: What every case has beside its blobs, which are looked at one by one.
_FILES: Final = ("case.toml", "case.db", "case.db-wal", "case.db-shm", "lock")
_FOLDERS: Final = ("blobs", "index", "sealed", "cache")


def folder_faults(folder: Path) -> list[Fault]:
    """Return what of a case's folder is open to others, or is something else than it should be; what is not there is passed over."""
    faults = []
    for path in (folder, *(folder / name for name in (*_FILES, *_FOLDERS))):
        try:
            mode = path.lstat().st_mode
        except OSError:
            continue
        name = "the case's folder" if path == folder else path.name
        expected, is_one = ("a file", stat.S_ISREG) if path.name in _FILES else ("a folder", stat.S_ISDIR)
        if not is_one(mode) and path != folder:
            faults.append(Fault("folder", name, expected, "a link" if stat.S_ISLNK(mode) else "something else"))
        elif mode & (0o077 if path == folder or path.name in _FILES else 0o022) and not stat.S_ISLNK(mode):
            faults.append(Fault("folder", name, "for its owner alone", f"open to others (mode {mode & 0o7777:o})", remedy=_CLOSE))
    return faults
