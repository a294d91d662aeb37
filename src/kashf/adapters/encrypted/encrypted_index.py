"""An index that lies in memory while its case is unlocked, and encrypted in the case's folder.

Each commit is brought to the disk, encrypted, before it is told: what the records say is indexed is in the index after a power cut. The
files of a segment never change, so only new ones are written; the list of all is put in the place of the old one at once, last.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from tantivy import Searcher

from kashf.adapters.case_folder import translate_permissions
from kashf.adapters.encrypted.case_keys import keyed_name
from kashf.adapters.encrypted.memory_folder import INDEX, MemoryFolder
from kashf.adapters.encrypted.sealed_file import NAMED, SealedFile, SealingFile, UnsealError, sealed, unsealed
from kashf.adapters.folder_blobs import translate_disk_full
from kashf.adapters.index.faults import told
from kashf.adapters.index.index import TantivyIndex, TantivyWriter
from kashf.adapters.index.queries import QueryBuilder
from kashf.errors import DamagedIndexError, NoSpaceError
from kashf.plain_files import sync_folder
from kashf.ports.search import Passage
from kashf.ports.sound.index_files import IndexFiles

#: The list of the files of the index, in the case's folder: what is small stands in it, of the rest the names.
_LIST: Final = "list"
_SMALL: Final = ("version", "meta.json", ".managed.json")
#: What the list is, as its head says.
_OF_LIST: Final = b"list of the files of an index".ljust(NAMED, b"\0")
#: Merges may take files away while they are copied; each time there are fewer and larger ones.
_ATTEMPTS: Final = 50


class KeptIndex:
    """The index of a case in two places.

    Args:
        folder: Where it lies encrypted.
        memory: Where it lies in memory.
    """

    def __init__(self, folder: Path, memory: MemoryFolder) -> None:
        self._folder = folder
        self._memory = memory
        self.plain = memory.path / INDEX
        self._state = memory.path / "index-state"
        self._key, self._names = memory.keys.derived("index"), memory.keys.derived("names of index")

    def bring(self) -> None:
        """Decrypt into memory what another machine, or nobody yet here, has put into the folder; nothing when it is there already.

        Raises:
            NoKeyError: The case was locked.
            DamagedIndexError: It cannot be decrypted; it can be made again.
            NoSpaceError: There is not enough memory.
        """
        self._memory.check()
        if self._is_brought(self._stored_list()):
            return
        with self._alone():
            stored = self._stored_list()
            if stored is not None and not self._is_brought(stored):  # what has just kept it says so last
                self._bring_all(stored)

    def _bring_all(self, stored: bytes) -> None:
        listed = self._listed(stored)
        try:
            shutil.rmtree(self.plain, ignore_errors=True)
            self.plain.mkdir(mode=0o700)
            with _translate_no_memory(), translate_disk_full():
                for name in listed["files"]:
                    self._bring_one(name)
                for name, content in listed["small"].items():
                    (self.plain / name).write_text(content, encoding="utf-8")
                self._state.write_text(_stamp(stored))
        except (UnsealError, OSError) as error:
            raise DamagedIndexError("the search index cannot be decrypted") from error

    def keep(self) -> None:
        """Bring what was committed to the disk.

        Raises:
            NoSpaceError: The disk is full.
            NotAllowedError: The case's folder cannot be written to.
            DamagedIndexError: Files of the index went away.
        """
        with translate_permissions(self._folder), translate_disk_full():
            self._folder.mkdir(mode=0o700, exist_ok=True)
            for _ in range(_ATTEMPTS):
                with suppress(FileNotFoundError), self._alone():
                    return self._keep_once()
        raise DamagedIndexError("the search index changes while it is copied")

    def drop(self) -> None:
        """Forget it in both places."""
        self._state.unlink(missing_ok=True)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _keep_once(self) -> None:
        small = {name: (self.plain / name).read_text(encoding="utf-8") for name in _SMALL}
        segments = tuple(segment["segment_id"].replace("-", "") for segment in json.loads(small["meta.json"])["segments"])
        files = sorted(path.name for path in self.plain.iterdir() if path.name.startswith(segments)) if segments else []
        if {name[:32] for name in files} != set(segments):
            raise FileNotFoundError
        there = {path.name for path in self._folder.iterdir()}
        fresh = [name for name in files if self._name(name) not in there]
        for name in fresh:
            self._keep_one(name)
        stored = sealed(json.dumps({"small": small, "files": files}).encode(), self._key, named=_OF_LIST)
        _write(self._folder / f"{_LIST}.new", stored)
        (self._folder / f"{_LIST}.new").replace(self._folder / _LIST)
        sync_folder(self._folder)
        self._state.write_text(_stamp(stored))
        for name in there - {_LIST, *map(self._name, files)}:
            (self._folder / name).unlink(missing_ok=True)

    def _keep_one(self, name: str) -> None:
        place = self._folder / self._name(name)
        draft = place.with_suffix(".new")
        with (self.plain / name).open("rb") as source, draft.open("wb") as file:
            sealing = SealingFile(file, self._key)
            while chunk := source.read(1 << 20):
                sealing.write(chunk)
            sealing.end(bytes.fromhex(self._name(name)))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(place)

    def _bring_one(self, name: str) -> None:
        if Path(name).name != name:
            raise UnsealError("no name of a file")
        kept = self._name(name)
        with SealedFile((self._folder / kept).open("rb"), self._key) as source, (self.plain / name).open("wb") as file:
            if source.named.hex() != kept:
                raise UnsealError("another file")
            while chunk := source.read(1 << 20):
                file.write(chunk)

    def _name(self, name: str) -> str:
        return keyed_name(self._names, name)

    def _stored_list(self) -> bytes | None:
        try:
            return (self._folder / _LIST).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise DamagedIndexError("the search index cannot be read") from error

    def _listed(self, stored: bytes) -> Mapping[str, Any]:
        try:
            listed: Mapping[str, Any] = json.loads(unsealed(stored, self._key, named=_OF_LIST))
        except UnsealError as error:
            raise DamagedIndexError("the search index cannot be decrypted") from error
        return listed

    def _is_brought(self, stored: bytes | None) -> bool:
        try:
            return stored is None or self._state.read_text() == _stamp(stored)
        except OSError:
            return False

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Let no other process of this machine bring or keep the index while the block runs."""
        descriptor = os.open(f"{self._state}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)


class EncryptedIndex(TantivyIndex):
    """A SearchIndex in memory that is kept encrypted.

    Args:
        kept: Where it lies.
    """

    def __init__(self, kept: KeptIndex) -> None:
        super().__init__(kept.plain)
        self._kept = kept

    def writer(self) -> TantivyWriter:
        """Return the writer; an index that is missing, damaged or of another version is made anew."""
        if not self.is_whole():
            self._kept.drop()
            self._make_anew()
        return EncryptedWriter(self._kept)

    def digest(self) -> str:
        """Return "": whoever has no key cannot change it unseen."""
        return ""

    def settle(self) -> None:
        """Nothing is to be said of its files."""

    def check(self, recorded: str) -> IndexFiles:
        """Decrypt it anew where that was not done, and say whether that can be done."""
        try:
            self._kept.bring()
        except DamagedIndexError:
            return IndexFiles((("the encrypted index", "cannot be decrypted"),), is_sure=False)
        return IndexFiles((), is_sure=True)

    def clear(self) -> None:
        """Throw the index away in both places; the next writer makes it anew."""
        super().clear()
        self._kept.drop()

    def _builder(self) -> tuple[Searcher, QueryBuilder]:
        self._kept.bring()
        return super()._builder()


class EncryptedWriter(TantivyWriter):
    """The one writer of such an index.

    Args:
        kept: Where it lies.
    """

    def __init__(self, kept: KeptIndex) -> None:
        super().__init__(kept.plain)
        self._kept = kept

    def put(self, passages: Sequence[Passage]) -> None:
        """Add passages; those of the same documents that were added before must be dropped first."""
        with _translate_no_memory():
            super().put(passages)

    def commit(self) -> None:
        """Make it durable and visible to new searches."""
        with _translate_no_memory():
            super().commit()
        with told(self._kept.plain):
            self._kept.keep()


@contextmanager
def _translate_no_memory() -> Iterator[None]:
    """Say that it is memory that is full: the index lies there."""
    try:
        yield
    except NoSpaceError as error:
        raise NoSpaceError("there is not enough memory for the search index; free some, or give /dev/shm more") from error


def index_of(case: Path, memory: MemoryFolder) -> KeptIndex:
    """Return the index of a case in its two places."""
    return KeptIndex(case / "index", memory)


def room_for_index(case: Path) -> int:
    """Return how many bytes the index of a case takes in memory, nearly."""
    return sum(file.stat().st_size for file in (case / "index").glob("*"))


def _stamp(stored: bytes) -> str:
    """Return what no two lists share: their head holds chance."""
    return stored[:64].hex()


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
