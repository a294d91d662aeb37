"""Write-once blobs in a folder: temp file, fsync, rename, fsync of the folder.

After `keep` returns, the bytes survive a power cut; before it, a crash leaves only a draft that `sweep` removes.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO, Final, cast

from kashf.adapters.folder_blobs.kept_files import DRAFTS, ill_kept, other_than_file, strange_among
from kashf.domain.ids import DocumentId, is_digest
from kashf.errors import BrokenCustodyError, NoSpaceError
from kashf.plain_files import open_plain, sync_folder
from kashf.ports.blobs import BlobDraft

#: What stays free on the disk, or a fiftieth of a smaller one: a full disk stops everything else on the machine, and the records with it.
FREE_FLOOR: Final = 512 << 20
_FLOOR_SHARE: Final = 50
#: Bytes written between two looks at what is free.
_LOOK_AGAIN: Final = 16 << 20
#: A journalling file system commits many fsyncs at once when they are asked for at once.
_SYNC_THREADS = 8
#: What the list of blobs that a process kept, and of which it may not have recorded yet what names them, is called behind its number.
_PENDING = "pending"


class FolderDraft:
    """A temp file that hashes what is written to it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600), "wb")
        self._hash = hashlib.sha256()
        self._size = 0

    def write(self, chunk: bytes, /) -> int:
        """Append; returns how many bytes were taken.

        Raises:
            NoSpaceError: The disk is full.
        """
        self._opened()
        if self._size // _LOOK_AGAIN != (self._size + len(chunk)) // _LOOK_AGAIN:
            check_free(self._path.parent)
        with translate_disk_full():
            self._store(chunk)
        self._hash.update(chunk)
        self._size += len(chunk)
        return len(chunk)

    @property
    def id(self) -> DocumentId:
        """SHA-256 of what was written so far."""
        return DocumentId(self._hash.hexdigest())

    @property
    def size_bytes(self) -> int:
        """How much was written so far."""
        return self._size

    def discard(self) -> None:
        """Forget it; harmless after `keep`, and on a full disk."""
        if self._file is not None:
            # Closing writes what is still in memory, which need not arrive; the file is closed all the same.
            with suppress(OSError):
                self._file.close()
            self._file = None
            self._path.unlink(missing_ok=True)

    def sync(self) -> None:
        """Bring the bytes to the disk."""
        if self._file is not None:
            self._complete()
            self._file.flush()
            os.fsync(self._file.fileno())

    def move(self, target: Path) -> None:
        """Give the file its name; one that is there already stays as it is."""
        if self._file is None:
            return
        if target.exists():
            self._path.unlink()
        else:
            self._path.chmod(0o400)
            self._path.rename(target)
        self._file.close()
        self._file = None

    def _store(self, chunk: bytes) -> None:
        self._opened().write(chunk)

    def _complete(self) -> None:
        """Add what stands behind the last byte."""

    def _opened(self) -> BinaryIO:
        if self._file is None:
            raise ValueError("this draft is closed")
        return self._file


class FolderBlobs:
    """Blobs under `root`/ab/<sha256>.

    Args:
        root: The folder; made when it is missing.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._drafts = root / DRAFTS
        self._numbers = count()
        # One for each process, also where it was forked.
        self._pending = f"{id(self):x}-{_PENDING}"

    def draft(self) -> FolderDraft:
        """Return an empty draft.

        Raises:
            NoSpaceError: The disk has no room for one more file.
        """
        number = next(self._numbers)  # many threads make drafts, and no two may get one name
        with translate_disk_full():
            self._drafts.mkdir(parents=True, exist_ok=True, mode=0o700)
            check_free(self._drafts)
            return self._new_draft(self._drafts / f"{os.getpid()}-{id(self):x}-{number}")

    def _new_draft(self, path: Path) -> FolderDraft:
        return FolderDraft(path)

    def keep(self, drafts: Sequence[BlobDraft]) -> None:
        """Make drafts durable under their ids; bytes that are there already are not written again.

        Raises:
            NoSpaceError: The disk is full; nothing that was kept before is touched.
        """
        own = cast("Sequence[FolderDraft]", drafts)
        fresh = [draft for draft in own if not self.path(draft.id).exists()]
        known = [draft for draft in own if self.path(draft.id).exists()]
        with translate_disk_full(), ThreadPoolExecutor(_SYNC_THREADS) as pool:
            self.mark_pending([draft.id for draft in fresh])
            list(pool.map(lambda draft: draft.sync(), fresh))
            folders = sorted({self.path(draft.id).parent for draft in fresh})
            made = [folder for folder in folders if not folder.exists()]
            for folder in made:
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for draft in fresh:
                draft.move(self.path(draft.id))
            list(pool.map(sync_folder, [*folders, *([self._root] if made else [])]))
        for draft in known:
            draft.discard()

    @contextmanager
    def local(self, id: DocumentId) -> Iterator[Path]:
        """Return a block in which the bytes lie in a file of this machine.

        Raises:
            BrokenCustodyError: They are missing, or something else lies in their place.
        """
        path = self.path(id)
        odd = other_than_file(path)
        if odd or not path.exists():
            raise BrokenCustodyError(expected=id, found=odd or "missing")
        yield path

    def path(self, id: DocumentId) -> Path:
        """Return where the bytes lie in the folder, whether or not they are there."""
        if not is_digest(id):
            raise ValueError("not the id of a blob")
        return self._root / id[:2] / id

    def open(self, id: DocumentId) -> BinaryIO:
        """Return a stream over the bytes.

        Raises:
            BrokenCustodyError: They are missing, or something else lies in their place.
        """
        path = self.path(id)
        try:
            return open_plain(path)
        except FileNotFoundError:
            raise BrokenCustodyError(expected=id, found="missing") from None
        except OSError:
            if odd := other_than_file(path):
                raise BrokenCustodyError(expected=id, found=odd) from None
            raise

    def ids(self) -> Iterator[DocumentId]:
        """Yield the id of every blob, in order."""
        for folder in sorted(self._root.glob("[0-9a-f][0-9a-f]")):
            for path in sorted(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else ():
                if is_digest(path.name) and path.name.startswith(folder.name):
                    yield DocumentId(path.name)

    def fault(self, id: DocumentId) -> str:
        """Return "" when the bytes have their hash, else "missing", "unreadable", what lies in their place, or the hash they have."""
        path = self.path(id)
        try:
            with open_plain(path) as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
        except FileNotFoundError:
            return "missing"
        except OSError:
            return other_than_file(path) or "unreadable"
        return "" if found == id else found

    def ill_kept(self, id: DocumentId) -> str:
        """Return how the file of some bytes is kept otherwise than for its owner alone, in words; "" when it is well."""
        return ill_kept(self.path(id))

    def strange(self) -> Iterator[tuple[str, str]]:
        """Yield what lies among the blobs and is none, by its path in the folder, with what it is; drafts are on their way to be one."""
        return strange_among(self._root)

    def mark_pending(self, ids: Sequence[DocumentId]) -> None:
        """Write down, durable, that some blobs are there before what names them is recorded."""
        if not ids:
            return
        self._drafts.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self._drafts / f"{os.getpid()}-{self._pending}"
        is_new = not path.exists()
        with os.fdopen(
            os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600), "a", encoding="ascii"
        ) as file:
            file.write("".join(f"{self.path(id).name}\n" for id in ids))
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            sync_folder(self._drafts)

    def pending(self, *, of_others: bool) -> frozenset[DocumentId]:
        """Return the blobs that may be named by nothing, since who kept them was stopped or is at work.

        Args:
            of_others: Those of other processes that are at work, too.
        """
        lines = (path.read_text(encoding="ascii", errors="replace").split() for path in self._pending_lists(of_others=of_others))
        return self._called(frozenset(line for line in chain.from_iterable(lines) if is_digest(line)))

    def _called(self, names: frozenset[str]) -> frozenset[DocumentId]:
        """Return the blobs whose files are called so."""
        return frozenset(map(DocumentId, names))

    def settle(self) -> None:
        """Forget that blobs of this process and of those that ended were pending; only under the case's lock."""
        for path in self._pending_lists(of_others=False):
            path.unlink()

    def _pending_lists(self, *, of_others: bool) -> list[Path]:
        lists = [path for path in self._drafts.glob(f"*-{_PENDING}") if not other_than_file(path)]
        return [path for path in lists if of_others or not is_at_work(path.name.partition("-")[0])]

    def destroy(self, id: DocumentId) -> None:
        """Remove bytes for good; harmless when they are not there."""
        path = self.path(id)
        if path.exists():
            path.unlink()
            sync_folder(path.parent)

    def sweep(self) -> int:
        """Remove drafts that a dead process left behind; returns how many. Only under the case's lock."""
        drafts = [path for path in self._drafts.glob("*-*") if not path.name.endswith(_PENDING) and not other_than_file(path)]
        left = [path for path in drafts if not is_at_work(path.name.partition("-")[0])]
        for path in left:
            path.unlink()
        return len(left)


def is_at_work(process: str) -> bool:
    """Return whether another process of this number lives: it may just keep what somebody typed."""
    if not process.isdigit() or int(process) == os.getpid():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def check_free(folder: Path) -> None:
    """Refuse to fill the disk of a folder to its last byte.

    Raises:
        NoSpaceError: So little is free that nothing more may be written.
    """
    disk = os.statvfs(folder)
    free, size = disk.f_bavail * disk.f_frsize, disk.f_blocks * disk.f_frsize
    floor = min(FREE_FLOOR, size // _FLOOR_SHARE)
    if free < floor:
        raise NoSpaceError(f"only {free >> 20} MB are free on the disk of the case, and {floor >> 20} MB stay free always")


@contextmanager
def translate_disk_full() -> Iterator[None]:
    """Turn the system's ways of saying "the disk is full" into NoSpaceError."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise NoSpaceError("no space left for the case") from error
        raise
