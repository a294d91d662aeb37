"""Files that a case keeps, opened and looked at without being led elsewhere: a link, a pipe or a folder in the place of one is none."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kashf.domain.ids import is_digest

#: What others than the owner may do with a file, and what they may do to a folder.
_OF_OTHERS: Final = 0o077
_WRITTEN_BY_OTHERS: Final = 0o022
#: Folder of files on their way, and what such a file is called: a process, and which of its files.
DRAFTS: Final = "drafts"
_DRAFT: Final = re.compile(r"[0-9]+-[0-9a-f]+-(?:[0-9]+|pending)")
_SHARD: Final = re.compile(r"[0-9a-f]{2}")


def other_than_file(path: Path) -> str:
    """Return what lies at a path where it is no regular file, in words; "" for a regular file and for nothing."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return ""
    if stat.S_ISREG(mode):
        return ""
    named = {stat.S_ISLNK: "a symbolic link", stat.S_ISDIR: "a folder", stat.S_ISFIFO: "a pipe", stat.S_ISSOCK: "a socket"}
    return next((words for is_one, words in named.items() if is_one(mode)), "a device")


def ill_kept(path: Path) -> str:
    """Return how a regular file is kept otherwise than for its owner alone, in words; "" when it is well."""
    try:
        found = path.lstat()
    except OSError:
        return ""
    if not stat.S_ISREG(found.st_mode):
        return ""
    if found.st_nlink > 1:
        return "a file that has another name somewhere (a hard link), by which it can be changed"
    return f"open to others (mode {found.st_mode & 0o7777:o})" if found.st_mode & _OF_OTHERS else ""


def ill_kept_folder(path: Path, *, shut: bool) -> str:
    """Return how a folder is open to others, in words; "" when it is well or not there.

    Args:
        path: Of the folder.
        shut: Whether nobody else may even look into it.
    """
    try:
        found = path.lstat()
    except OSError:
        return ""
    if not stat.S_ISDIR(found.st_mode):
        return other_than_file(path) or "a file"
    return f"open to others (mode {found.st_mode & 0o7777:o})" if found.st_mode & (_OF_OTHERS if shut else _WRITTEN_BY_OTHERS) else ""


def strange_among(root: Path) -> Iterator[tuple[str, str]]:
    """Yield what lies in a folder of blobs and is none, by its path below the folder, with what it is."""
    for path in sorted(root.iterdir()) if root.is_dir() else ():
        if _SHARD.fullmatch(path.name) or path.name == DRAFTS:
            if odd := ill_kept_folder(path, shut=False):
                yield path.name, odd
            if not path.is_symlink() and path.is_dir():
                yield from _strange_inside(path)
        else:
            yield path.name, other_than_file(path) or "a file"


def _strange_inside(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.iterdir()):
        is_draft = folder.name == DRAFTS and _DRAFT.fullmatch(path.name)
        is_blob = is_digest(path.name) and path.name.startswith(folder.name)
        if not is_blob and (not is_draft or other_than_file(path)):
            yield f"{folder.name}/{path.name}", other_than_file(path) or "a file"
