"""Caches of a case that is unlocked lie in memory, and encrypted in the case's folder, so that another day has them; all can be made again.

Pictures of pages are left in memory alone: they are the most, and drawn again in a moment.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from kashf.adapters.encrypted.case_keys import keyed_name
from kashf.adapters.encrypted.memory_folder import CACHE, MemoryFolder
from kashf.adapters.encrypted.sealed_file import UnsealError, sealed, unsealed

#: Folders in it that are not kept.
_IN_MEMORY_ALONE: Final = frozenset({"pages"})
#: Most bytes that are brought into memory: what is older is made again.
_MOST_BYTES: Final = 64 << 20


class KeptCache:
    """The caches of a case in two places.

    Args:
        case: The case's folder.
        memory: Where it lies unlocked.
    """

    def __init__(self, case: Path, memory: MemoryFolder) -> None:
        self._folder = case / "cache"
        self.plain = memory.path / CACHE
        self._key, self._names = memory.keys.derived("caches"), memory.keys.derived("names of caches")

    def bring(self) -> None:
        """Decrypt into memory what was kept last, up to 64 MB; what cannot be decrypted is made again when it is needed."""
        left = _MOST_BYTES
        for path in sorted(self._folder.glob("*"), key=lambda path: -path.stat().st_mtime_ns):
            left -= path.stat().st_size
            if left < 0:
                break
            with suppress(UnsealError, OSError, ValueError):
                self._bring_one(path)

    def keep(self) -> None:
        """Bring to the disk what was made since, and forget there what is gone; where that fails, it is made again another day."""
        try:
            there = {path.name: path.stat().st_mtime_ns for path in self._folder.glob("*")}
            names = {self._name(path): path for path in self._files()}
            for name, path in names.items():
                if there.get(name, -1) < path.stat().st_mtime_ns:
                    self._keep_one(path, name)
            for name in there.keys() - names.keys():
                (self._folder / name).unlink(missing_ok=True)
        except OSError as error:
            from kashf.logs import get_log  # costs a command that only reads a fifth of a second

            get_log().warning("cache.not_kept", kind=type(error).__name__, number=error.errno)

    def _files(self) -> Iterator[Path]:
        for path in self.plain.rglob("*"):
            if path.is_file() and path.relative_to(self.plain).parts[0] not in _IN_MEMORY_ALONE:
                yield path

    def _keep_one(self, path: Path, name: str) -> None:
        self._folder.mkdir(mode=0o700, exist_ok=True)
        said = str(path.relative_to(self.plain)).encode()
        draft = self._folder / f"{name}.{os.getpid()}"
        draft.write_bytes(sealed(len(said).to_bytes(2, "big") + said + path.read_bytes(), self._key, named=bytes.fromhex(name)))
        draft.replace(self._folder / name)

    def _bring_one(self, path: Path) -> None:
        content = unsealed(path.read_bytes(), self._key, named=bytes.fromhex(path.name))
        size = int.from_bytes(content[:2], "big")
        place = self.plain / content[2 : 2 + size].decode()
        if not place.resolve().is_relative_to(self.plain.resolve()):
            raise UnsealError("not in the cache")
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        place.write_bytes(content[2 + size :])
        os.utime(place, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))

    def _name(self, path: Path) -> str:
        return keyed_name(self._names, str(path.relative_to(self.plain)))


class Cover:
    """Encrypts small files that others keep, under their names.

    Args:
        memory: Where the case lies unlocked.
    """

    def __init__(self, memory: MemoryFolder) -> None:
        self._key = memory.keys.derived("notes")

    def on(self, name: str, content: bytes) -> bytes:
        """Return what to write."""
        return sealed(content, self._key, named=hashlib.sha256(name.encode()).digest())

    def off(self, name: str, stored: bytes) -> bytes:
        """Return what was written under a name; nothing when it was not written with the case's key."""
        try:
            return unsealed(stored, self._key, named=hashlib.sha256(name.encode()).digest())
        except UnsealError:
            return b""
