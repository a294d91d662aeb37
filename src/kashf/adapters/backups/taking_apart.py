"""Takes the stream of a backup apart into a new folder, and believes nothing of it before its digests were compared."""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

from kashf.adapters.backups.backup_form import (
    BLOCK,
    DIGESTS,
    HEAD,
    MOST_DIGEST_BYTES,
    MOST_HEAD_BYTES,
    BackupHead,
    file_of,
    padding,
    read_digests,
)
from kashf.errors import DamagedBackupError

#: Files that are brought to the disk at once; a file system commits many together.
_SYNCED_AT_ONCE = 256
_SYNC_THREADS = 8


class TakenApart:
    """Writes the files of a backup, whose bytes are written to it in order.

    Args:
        folder: A new one; everything in it is for its owner alone.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._block = bytearray()
        self._file: _File | None = None
        self._passed_over = 0
        self._found: dict[str, str] = {}
        self._said: dict[str, str] | None = None
        self._is_at_end = False
        self._unsynced: list[Path] = []
        self._folders: set[Path] = {folder}
        #: What the backup is of; None before that was read.
        self.head: BackupHead | None = None
        #: What went wrong while bytes were written; what decrypts wraps it into words of its own.
        self.error: BaseException | None = None

    def write(self, untrusted: bytes) -> int:
        """Take the next bytes.

        Raises:
            DamagedBackupError: They are not those of a backup.
            LaterVersionError: A newer kashf made it.
        """
        try:
            rest = memoryview(untrusted)
            while rest:
                rest = rest[self._take(rest) :]
        except BaseException as error:
            self.error = error
            raise
        return len(untrusted)

    def flush(self) -> None:
        """Do nothing; for what decrypts."""

    def finish(self) -> BackupHead:
        """Return what the backup is of, once every file of it is on the disk as it was packed.

        Raises:
            DamagedBackupError: It is cut short, or a file is not what was packed.
        """
        if not self._is_at_end or self.head is None or self._said is None:
            raise DamagedBackupError("the backup is cut short")
        if self._said != self._found:
            wrong = sorted(name for name in {*self._said, *self._found} if self._said.get(name) != self._found.get(name))
            raise DamagedBackupError(f"{len(wrong)} files of the backup are not what was packed")
        self._sync()
        for folder in self._folders:
            _sync(folder)
        return self.head

    def discard(self) -> None:
        """Close what is open."""
        if self._file is not None:
            self._file.close()

    def _take(self, rest: memoryview) -> int:
        if self._is_at_end:
            if any(rest):
                raise DamagedBackupError("something stands behind the end of the backup")
            return len(rest)
        if self._passed_over:
            taken = min(self._passed_over, len(rest))
            self._passed_over -= taken
            return taken
        if self._file is not None:
            return self._into_file(self._file, rest)
        taken = min(BLOCK - len(self._block), len(rest))
        self._block += rest[:taken]
        if len(self._block) == BLOCK:
            self._begin(bytes(self._block))
            self._block.clear()
        return taken

    def _begin(self, untrusted_block: bytes) -> None:
        if (found := file_of(untrusted_block)) is None:
            self._is_at_end = True
            return
        name, size = found
        if (self.head is None) != (name == HEAD) or self._said is not None or name in self._found:
            raise DamagedBackupError("the files of the backup stand in no order that kashf gives them")
        if name in (HEAD, DIGESTS):
            if size > (MOST_HEAD_BYTES if name == HEAD else MOST_DIGEST_BYTES):
                raise DamagedBackupError("what the backup says of itself is too long")
            self._file = _File(name, size, None)
        else:
            self._file = _File(name, size, self._made(name))
        if not size:
            self._end(self._file)

    def _into_file(self, file: _File, rest: memoryview) -> int:
        taken = file.take(rest)
        if not file.left:
            self._end(file)
        return taken

    def _end(self, file: _File) -> None:
        file.close()
        self._file, self._passed_over = None, padding(file.size)
        if file.name == HEAD:
            self.head = BackupHead.read(bytes(file.kept))
        elif file.name == DIGESTS:
            self._said = read_digests(bytes(file.kept))
        else:
            self._found[file.name] = file.digest()
            self._unsynced.append(self._folder / file.name)
            if len(self._unsynced) >= _SYNCED_AT_ONCE:
                self._sync()

    def _made(self, name: str) -> BinaryIO:
        path = self._folder / name
        for folder in reversed(path.relative_to(self._folder).parents[:-1]):
            if self._folder / folder not in self._folders:
                (self._folder / folder).mkdir(mode=0o700)
                self._folders.add(self._folder / folder)
        mode = 0o400 if name.startswith("blobs/") else 0o600
        return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, mode), "wb")

    def _sync(self) -> None:
        with ThreadPoolExecutor(_SYNC_THREADS) as pool:
            list(pool.map(_sync, self._unsynced))
        self._unsynced.clear()


class _File:
    """A file that is being written, or kept in memory where it is of the backup."""

    def __init__(self, name: str, size: int, stream: BinaryIO | None) -> None:
        self.name, self.size, self.left = name, size, size
        self.kept = bytearray()
        self._stream = stream
        self._hash = hashlib.sha256()

    def take(self, rest: memoryview) -> int:
        """Take what is of this file of some bytes, and return how many that is."""
        piece = rest[: self.left]
        self._hash.update(piece)
        if self._stream is None:
            self.kept += piece
        else:
            self._stream.write(piece)
        self.left -= len(piece)
        return len(piece)

    def digest(self) -> str:
        """Return the SHA-256 of what was taken, in hex."""
        return self._hash.hexdigest()

    def close(self) -> None:
        """Let go of the file."""
        if self._stream is not None:
            self._stream.close()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
