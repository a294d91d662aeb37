"""Packs files into the stream of a backup, piece by piece, each with its digest."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from kashf.adapters.backups.backup_form import BLOCK, DIGESTS, HEAD, BackupHead, block_of, digests_file, padding
from kashf.errors import UnfinishedError

#: Bytes that are read at once.
_PIECE = 1 << 18


@dataclass(frozen=True, slots=True)
class Packed:
    """A file on its way into a backup.

    Args:
        name: In the case's folder, with "/" between folders.
        open: Opens it.
    """

    name: str
    open: Callable[[], BinaryIO]


def packed(head: BackupHead, files: Iterable[Packed], *, tell: Callable[[str, str], None]) -> Iterator[bytes]:
    """Yield a backup.

    Args:
        head: What it is of.
        files: What is in it; each is opened when its turn comes.
        tell: Called with name and SHA-256 of each file that is in.

    Raises:
        UnfinishedError: A file went away or changed its length, as when a document is destroyed meanwhile.
    """
    digests: dict[str, str] = {}
    yield from _whole(HEAD, head.written())
    for file in files:
        digest = hashlib.sha256()
        yield from _pieces(file, digest.update)
        digests[file.name] = digest.hexdigest()
        tell(file.name, digests[file.name])
    yield from _whole(DIGESTS, digests_file(digests))
    yield bytes(2 * BLOCK)


def _whole(name: str, content: bytes) -> Iterator[bytes]:
    yield block_of(name, len(content)) + content + bytes(padding(len(content)))


def _pieces(file: Packed, take: Callable[[bytes], None]) -> Iterator[bytes]:
    try:
        stream = file.open()
    except FileNotFoundError:
        raise _changed() from None
    with stream:
        size = stream.seek(0, 2)
        stream.seek(0)
        yield block_of(file.name, size)
        left = size
        while left:
            piece = stream.read(min(_PIECE, left))
            if not piece:
                raise _changed()
            take(piece)
            left -= len(piece)
            yield piece
    yield bytes(padding(size))


def _changed() -> UnfinishedError:
    return UnfinishedError(
        "a file of the case was taken away while it was copied, as by `kashf destroy`; run it again", code="backup-changed"
    )
