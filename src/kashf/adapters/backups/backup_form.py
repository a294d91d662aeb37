"""The form of a backup: a tar of plain files, what it is of at the front, and at the end the digest of each file.

It is read by kashf alone as far as its own names go; a file that is no regular one, or whose name could lead elsewhere, is refused.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import tarfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Self

from kashf.domain.ids import Json, canonical_json, is_digest
from kashf.errors import DamagedBackupError, LaterVersionError

#: Raise it when an older kashf would not restore what a newer one packs.
BACKUP_FORMAT: Final = 1
#: Names of the first and of the last file, which are of the backup and not of the case.
HEAD, DIGESTS = "kashf-backup.json", "kashf-digests.json"
#: Bytes of a tar's block. Source: POSIX.1-1988, ustar.
BLOCK: Final = 512
#: Largest head and largest list of digests, in bytes: a line a file, for 2 million files.
MOST_HEAD_BYTES, MOST_DIGEST_BYTES = 64 << 10, 256 << 20
#: Longest name of a file, in bytes: a tar has no room for more without records of their own.
_LONGEST_NAME = 99
_NAME = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9._-]*/){0,4}[A-Za-z0-9_][A-Za-z0-9._-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class BackupHead:
    """What a backup is of.

    Args:
        case: Id of the case.
        head: Of its ledger, in hex, at the moment of the backup.
        entries: How many the ledger had.
        time: When that was, by the clock of the machine.
        kashf: Version that made it.
        format: Of the backup.
    """

    case: str
    head: str
    entries: int
    time: str
    kashf: str
    format: int = BACKUP_FORMAT

    @classmethod
    def read(cls, untrusted: bytes) -> Self:
        """Return what the first file says.

        Raises:
            DamagedBackupError: It says no such thing.
            LaterVersionError: A newer kashf made it.
        """
        said = _object(untrusted)
        form = said.get("format")
        if isinstance(form, int) and form > BACKUP_FORMAT:
            raise LaterVersionError(f"the backup's format is {form}; this kashf knows up to {BACKUP_FORMAT}")
        texts = [said.get(name) for name in ("case", "head", "time", "kashf")]
        entries = said.get("entries")
        if form != BACKUP_FORMAT or not all(isinstance(text, str) for text in texts) or not isinstance(entries, int):
            raise DamagedBackupError("this is no backup of a case, or its beginning is damaged")
        case, head, time, kashf = map(str, texts)
        if not is_digest(case) or not is_digest(head):
            raise DamagedBackupError("the backup does not say of which case it is")
        return cls(case, head, entries, time, kashf)

    def written(self) -> bytes:
        """Return what the first file says."""
        return canonical_json(asdict(self))


def digests_file(digests: Mapping[str, str]) -> bytes:
    """Return the last file: SHA-256 in hex by name."""
    return canonical_json({"sha256": dict(sorted(digests.items()))})


def read_digests(untrusted: bytes) -> dict[str, str]:
    """Return what the last file says.

    Raises:
        DamagedBackupError: It says no such thing.
    """
    said = _object(untrusted).get("sha256")
    if not isinstance(said, dict) or not all(isinstance(digest, str) for digest in said.values()):
        raise DamagedBackupError("the backup's list of digests is damaged")
    return {str(name): str(digest) for name, digest in said.items()}


def is_name(name: str) -> bool:
    """Return whether a file of a case can be called so in a backup."""
    return len(name) <= _LONGEST_NAME and _NAME.fullmatch(name) is not None and name not in (HEAD, DIGESTS)


def block_of(name: str, size_bytes: int) -> bytes:
    """Return the block that stands before a file; nothing in it tells of the machine or the time."""
    if len(name) > _LONGEST_NAME or not _NAME.fullmatch(name):
        raise ValueError("no name of a file of a case")
    info = tarfile.TarInfo(name)
    info.size, info.mode = size_bytes, 0o600
    return info.tobuf(tarfile.GNU_FORMAT)


def file_of(untrusted_block: bytes) -> tuple[str, int] | None:
    """Return name and size of the file that a block stands before; None for the block of zeros at the end.

    Raises:
        DamagedBackupError: It is damaged, or no plain file with a name of ours.
    """
    if not any(untrusted_block):
        return None
    try:
        info = tarfile.TarInfo.frombuf(untrusted_block, "utf-8", "strict")
    except (tarfile.HeaderError, UnicodeDecodeError):
        raise DamagedBackupError("the backup is damaged: a file in it has no name") from None
    if info.type != tarfile.REGTYPE or info.size < 0 or not _NAME.fullmatch(info.name):
        raise DamagedBackupError("the backup holds what no backup of a case holds")
    return info.name, info.size


def padding(size_bytes: int) -> int:
    """Return how many bytes of zeros stand behind a file."""
    return -size_bytes % BLOCK


def written_time(time: dt.datetime) -> str:
    """Return a time as the head of a backup has it."""
    return time.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


def _object(untrusted: bytes) -> Mapping[str, Json]:
    try:
        said: Any = json.loads(untrusted)
    except (ValueError, RecursionError):
        raise DamagedBackupError("the backup is damaged: what it says of itself cannot be read") from None
    if not isinstance(said, dict):
        raise DamagedBackupError("the backup is damaged: what it says of itself is nothing")
    return said
