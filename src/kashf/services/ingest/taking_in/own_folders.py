"""Finds folders of kashf itself among what is to be taken in: a case, or what an installation keeps; whoever adds one seldom means to."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

#: What lies in the folder of every case.
_OF_A_CASE = frozenset({"case.toml", "case.db"})


def own_folders(paths: Sequence[Path], *, home: Path) -> tuple[Path, ...]:
    """Return the folders of kashf that some paths are, hold or lie in, each once, in the order in which they are met.

    Args:
        paths: Files and folders that are to be taken in; what is not there is passed over.
        home: What this installation keeps beside its cases.
    """
    found = (folder for path in paths for folder in _met(path.resolve(), home.resolve()))
    return tuple(dict.fromkeys(found))


def _met(path: Path, home: Path) -> Iterator[Path]:
    above = [each for each in (path, *path.parents) if each == home or _is_case(each)]
    if above or not path.is_dir():
        yield from above[:1]
        return
    waiting = [path]
    while waiting:
        here = waiting.pop()
        folders, files = _inside(here)
        if here == home or _OF_A_CASE.issubset(files):
            yield here
        else:
            waiting += sorted((here / name for name in folders), reverse=True)


def _inside(folder: Path) -> tuple[list[str], list[str]]:
    """Return the names of the folders and of the other things in a folder; none where it cannot be listed."""
    folders: list[str] = []
    files: list[str] = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            (folders if entry.is_dir(follow_symlinks=False) else files).append(entry.name)
    return folders, files


def _is_case(folder: Path) -> bool:
    return all((folder / name).is_file() for name in _OF_A_CASE)
