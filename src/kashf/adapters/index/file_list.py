"""The list of an index's files with their hashes, by which a file that was changed, lost or put in is told.

Files of a segment never change, so each is hashed once, when it is new. While the index is written to, the list says so: segments are
merged at any moment, so that a killed process leaves files that the list does not have yet, and lacks some that it has.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from kashf.domain.ids import canonical_json
from kashf.plain_files import open_plain
from kashf.ports.sound.index_files import IndexFiles

LIST: Final = "files.json"
#: What is missing where there is no file at all.
_WHOLE: Final = "index"
#: Change while an index is written to; of `.managed.json` nothing that is found hangs.
_MUTABLE: Final = frozenset({"meta.json", "version"})
_LEFT_OUT: Final = frozenset({LIST, f"{LIST}.new", ".managed.json"})
_LOCK: Final = ".lock"


def read_at_once(path: Path) -> bytes:
    """Return what is in a file of an index."""
    with open_plain(path) as file:
        return file.read()


class FileList:
    """The list of one index.

    Args:
        folder: Of the index.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open(self) -> None:
        """Say that the index is written to from now on."""
        self._write(self._listed() or {}, is_open=True)

    def bring_up(self) -> None:
        """Add what is new and take out what is gone; files of segments that stay keep the hash that they had."""
        known = self._listed() or {}
        names = [name for name in self._there() if name in known and name not in _MUTABLE]
        self._write({name: known[name] if name in names else self._hash(name) for name in self._there()}, is_open=True)

    def shut(self) -> None:
        """Say that the list is whole, once its digest is kept elsewhere."""
        if (listed := self._listed()) is not None:
            self._write(listed, is_open=False)

    @property
    def digest(self) -> str:
        """Hash over the list; "" where there is none."""
        listed = self._listed()
        return "" if listed is None else _digest(listed)

    def check(self, recorded: str) -> IndexFiles:
        """Hold the files against the list, and the list against its digest.

        Args:
            recorded: The digest that was kept elsewhere; "" where none was.
        """
        listed = self._listed()
        if listed is None:
            return IndexFiles(((LIST if self._there() else _WHOLE, "missing"),) if recorded else (), is_sure=False)
        is_named = bool(recorded) and _digest(listed) == recorded
        if recorded and not is_named and not self._is_open():
            return IndexFiles(((LIST, "another list than the ledger names"),), is_sure=False)
        there = self._there()
        other = [(name, "other bytes") for name in sorted(listed.keys() & there) if self._hash(name) != listed[name]]
        around = [(name, "missing") for name in sorted(listed.keys() - there)]
        around += [(name, "a file that is none of its own") for name in sorted(there - listed.keys())]
        if is_named and not (self._is_open() and (other or around)):
            return IndexFiles((*other, *around), is_sure=True)
        return IndexFiles(tuple((name, what) for name, what in other if name not in _MUTABLE), is_sure=False)

    def _there(self) -> frozenset[str]:
        files = self._folder.iterdir() if self._folder.is_dir() else ()
        return frozenset(file.name for file in files if file.suffix != _LOCK and file.name not in _LEFT_OUT)

    def _hash(self, name: str) -> str:
        try:
            with open_plain(self._folder / name) as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return ""

    def _read(self) -> Mapping[str, Any] | None:
        try:
            told = json.loads(read_at_once(self._folder / LIST))
        except (OSError, ValueError, RecursionError):
            return None
        return told if isinstance(told, dict) and isinstance(told.get("files"), dict) else None

    def _listed(self) -> Mapping[str, str] | None:
        told = self._read()
        return None if told is None else {str(name): str(digest) for name, digest in told["files"].items()}

    def _is_open(self) -> bool:
        return bool((self._read() or {}).get("open"))

    def _write(self, files: Mapping[str, str], *, is_open: bool) -> None:
        new = self._folder / f"{LIST}.new"
        with os.fdopen(os.open(new, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600), "wb") as file:
            file.write(canonical_json({"files": dict(files), "open": is_open}))
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._folder / LIST)


def _digest(files: Mapping[str, str]) -> str:
    return hashlib.sha256(canonical_json(dict(files))).hexdigest()
