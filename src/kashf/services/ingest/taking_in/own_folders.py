"""Finds folders of kashf itself among what is to be taken in: a case, or what an installation keeps; whoever adds one seldom means to."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
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
    for folder, inside, files in os.walk(path):
        here = Path(folder)
        if here == home or _OF_A_CASE.issubset(files):
            inside.clear()
            yield here


def _is_case(folder: Path) -> bool:
    return all((folder / name).is_file() for name in _OF_A_CASE)
