"""Blobs that cannot be read, nor told by their names, without the case's key; made durable as in any other case."""

from __future__ import annotations

import hashlib
import io
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, cast

from kashf.adapters.encrypted.case_keys import keyed_name
from kashf.adapters.encrypted.memory_folder import FILES, MemoryFolder
from kashf.adapters.encrypted.sealed_file import SealedFile, SealingFile, UnsealError
from kashf.adapters.folder_blobs import FolderBlobs, FolderDraft, is_at_work, translate_disk_full
from kashf.adapters.folder_blobs.kept_files import other_than_file
from kashf.domain.ids import DocumentId, is_digest
from kashf.errors import BrokenCustodyError, NoSpaceError
from kashf.plain_files import open_plain

#: What is said of bytes that were not written with the case's key, or not so.
ALTERED: Final = "unreadable"


class EncryptedDraft(FolderDraft):
    """A temp file that encrypts what is written to it.

    Args:
        path: Where; nothing is there.
        key: Of blobs.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        super().__init__(path)
        self._sealing = SealingFile(self._opened(), key)

    def _store(self, chunk: bytes) -> None:
        self._sealing.write(chunk)

    def _complete(self) -> None:
        self._sealing.end(bytes.fromhex(self.id))


class EncryptedBlobs(FolderBlobs):
    """Blobs under `root`/ab/<name>, where a name is made of the SHA-256 and a key.

    Args:
        root: The folder; made when it is missing.
        memory: Where the case lies unlocked, and a file while it is read.
    """

    def __init__(self, root: Path, memory: MemoryFolder) -> None:
        super().__init__(root)
        self._memory, self._files = memory, memory.path / FILES
        self._key, self._names = memory.keys.derived("blobs"), memory.keys.derived("names of blobs")

    def path(self, id: DocumentId) -> Path:
        """Return where the bytes lie in the folder, whether or not they are there."""
        if not is_digest(id):
            raise ValueError("not the id of a blob")
        name = keyed_name(self._names, id)
        return self._root / name[:2] / name

    @contextmanager
    def local(self, id: DocumentId) -> Iterator[Path]:
        """Return a block in which the bytes lie in a file in memory.

        Raises:
            BrokenCustodyError: They are missing, or are not those that were kept.
            NoKeyError: The case was locked.
            NoSpaceError: There is not enough memory.
        """
        place = self._files / f"{os.getpid()}-{secrets.token_hex(8)}"
        try:
            with self.open(id) as stream, _translate_no_memory(), place.open("xb") as file:
                shutil.copyfileobj(stream, file, 1 << 20)
            place.chmod(0o400)
            yield place
        finally:
            place.unlink(missing_ok=True)

    def open(self, id: DocumentId) -> BinaryIO:
        """Return a stream over the bytes.

        Raises:
            BrokenCustodyError: They are missing, or are not those that were kept; also while they are read.
        """
        self._memory.check()
        try:
            file = open_plain(self.path(id))
        except FileNotFoundError:
            raise BrokenCustodyError(expected=id, found="missing") from None
        except OSError:
            if odd := other_than_file(self.path(id)):
                raise BrokenCustodyError(expected=id, found=odd) from None
            raise
        try:
            stream = _BlobStream(file, self._key, id)
        except UnsealError:
            file.close()
            raise BrokenCustodyError(expected=id, found=ALTERED) from None
        if stream.named.hex() != id:
            stream.close()
            raise BrokenCustodyError(expected=id, found=stream.named.hex())
        return cast("BinaryIO", io.BufferedReader(stream, 1 << 17))

    def ids(self) -> Iterator[DocumentId]:
        """Yield the id of every blob, in order; what was not written with the case's key is none."""
        found = []
        for path in self._root.glob("[0-9a-f][0-9a-f]/*"):
            try:
                with SealedFile(open_plain(path), self._key) as file:
                    found.append(DocumentId(file.named.hex()))
            except (UnsealError, OSError):
                continue
        yield from sorted(found)

    def fault(self, id: DocumentId) -> str:
        """Return "" when the bytes have their hash, else "missing", "unreadable" or the hash they have."""
        try:
            with self.open(id) as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]  # the stub asks for more than is used
        except BrokenCustodyError as error:
            return error.found
        except OSError:
            return "unreadable"
        return "" if found == id else found

    def strange(self) -> Iterator[tuple[str, str]]:
        """Yield what lies among the blobs and is none: also what was not written with the case's key, or under this name."""
        yield from super().strange()
        for path in sorted(self._root.glob("[0-9a-f][0-9a-f]/*")):
            if is_digest(path.name) and not other_than_file(path):
                try:
                    with SealedFile(open_plain(path), self._key) as file:
                        is_own = self.path(DocumentId(file.named.hex())) == path
                except (UnsealError, OSError):
                    is_own = False
                if not is_own:
                    yield f"{path.parent.name}/{path.name}", "a file that was not written with the case's key, or not under this name"

    def _called(self, names: frozenset[str]) -> frozenset[DocumentId]:
        return frozenset(id for id in self.ids() if self.path(id).name in names) if names else frozenset()

    def sweep(self) -> int:
        """Remove drafts, and files in memory, that a dead process left behind; returns how many drafts."""
        for path in self._files.iterdir():
            process = path.name.partition("-")[0]
            if process != str(os.getpid()) and not is_at_work(process):
                path.unlink(missing_ok=True)
        return super().sweep()

    def _new_draft(self, path: Path) -> FolderDraft:
        return EncryptedDraft(path, self._key)


class _BlobStream(SealedFile):
    """Says whose bytes are not those that were kept."""

    def __init__(self, file: BinaryIO, key: bytes, id: DocumentId) -> None:
        super().__init__(file, key)
        self._id = id

    def _at(self, number: int) -> bytes:
        try:
            return super()._at(number)
        except UnsealError:
            raise BrokenCustodyError(expected=self._id, found=ALTERED) from None


@contextmanager
def _translate_no_memory() -> Iterator[None]:
    try:
        with translate_disk_full():
            yield
    except NoSpaceError as error:
        raise NoSpaceError("there is not enough memory to decrypt a file of this size; give /dev/shm more") from error
