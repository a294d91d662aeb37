"""Unlocks and locks encrypted cases, and opens what is in them; a case that is not encrypted never comes here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kashf.adapters.case_folder import lock, read_label
from kashf.adapters.encrypted.case_keys import fresh_keys
from kashf.adapters.encrypted.kept_cache import Cover, KeptCache
from kashf.adapters.encrypted.key_file import (
    KeyFile,
    destroy_key_file,
    read_key_file,
    write_key_file,
)
from kashf.adapters.encrypted.memory_folder import MemoryFolder, elsewhere, unlock, unlocked
from kashf.adapters.records.connection import EncryptedRecords
from kashf.adapters.vault.sealed_folder import SealedFolder
from kashf.domain.ledger import EntryKind
from kashf.errors import DamagedCaseError, NoKeyError, UsageError
from kashf.services.case.open import OpenCase

if TYPE_CHECKING:
    from kashf.domain.files.case_label import CaseLabel
    from kashf.ports.views import CaseView

#: How the passphrase that a case is made with is called.
FIRST_WAY: Final = "first"


@dataclass(frozen=True, slots=True)
class NewWays:
    """By what a case that is being made can be opened.

    Args:
        passphrase: Chosen by who makes it.
        recipients: Public keys of others, as age writes them.
    """

    passphrase: str = field(repr=False)
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WayIn:
    """What may be told of a way into a case.

    Args:
        name: As people call it.
        kind: "passphrase" or "recipient".
        recipient: The public key; "" for a passphrase.
    """

    name: str
    kind: str
    recipient: str


@contextmanager
def encrypt_new(path: Path, ways: NewWays) -> Iterator[tuple[EncryptedRecords, str]]:
    """Make the key of a case that is being made, and unlock it; a block that fails locks it again.

    Yields:
        Where its records are to lie, and its key's id.
    """
    keys = fresh_keys()
    file = KeyFile(keys.id, keys.check).with_passphrase(keys, ways.passphrase, name=FIRST_WAY)
    for recipient in ways.recipients:
        file = file.with_recipient(keys, recipient, name=recipient)
    memory = unlock(path, keys, room_bytes=0)
    try:
        write_key_file(path, file)
        yield _records_in(path, memory), keys.id
    except BaseException:
        memory.end()
        raise


def encrypted_records(path: Path, label: CaseLabel) -> EncryptedRecords:
    """Return the records of an encrypted case.

    Raises:
        NoKeyError: It is locked.
        DamagedCaseError: They are missing, or case.toml does not name a key.
    """
    records = _records_in(path, _memory(path, label))
    if not records.path.exists():
        raise DamagedCaseError("case.db is missing")
    return records


def open_encrypted(path: Path, label: CaseLabel, view: CaseView) -> OpenCase:
    """Return an encrypted case, whose name its ledger holds.

    Raises:
        NoKeyError: It is locked.
        DamagedCaseError: Its ledger has no beginning.
    """
    from kashf.adapters.encrypted.encrypted_blobs import EncryptedBlobs
    from kashf.adapters.encrypted.encrypted_index import EncryptedIndex, index_of

    memory = _memory(path, label)
    created = view.entries(kinds=[EntryKind.CREATED])
    if not created:
        raise DamagedCaseError("case.db has a ledger without a beginning")
    name = str(created[0][0].body.get("name", ""))
    index, blobs = EncryptedIndex(index_of(path, memory)), EncryptedBlobs(path / "blobs", memory)
    return OpenCase(path, name, view, index, blobs, SealedFolder(path, cover=Cover(memory)), caches=KeptCache(path, memory).plain)


def keep_encrypted_caches(path: Path) -> None:
    """Bring the caches of an encrypted case to the disk; nothing when it was locked meanwhile."""
    if memory := unlocked(path, id=key_id(path)):
        KeptCache(path, memory).keep()


def unlock_case(path: Path, *, passphrase: str = "", identities: str = "") -> bool:
    """Put the key of a case, and its index, into memory.

    Args:
        path: The case's folder.
        passphrase: One of the case's; or
        identities: A file of secret keys of age, its content.

    Returns:
        Whether it was locked before.

    Raises:
        UsageError: The case is not encrypted.
        WrongPassphraseError: Neither opens it.
        DamagedKeysError: Its keys are missing, damaged or another's.
        NotAllowedError: There is no private folder in memory.
        NoSpaceError: There is not enough memory.
    """
    from kashf.adapters.encrypted.encrypted_index import index_of, room_for_index
    from kashf.errors import DamagedIndexError

    id = key_id(path)
    file = read_key_file(path, id=id)
    keys = file.by_identity(identities) if identities else file.by_passphrase(passphrase)
    was_locked = unlocked(path, id=id) is None
    memory = unlock(path, keys, room_bytes=room_for_index(path))
    try:
        with suppress(DamagedIndexError):  # who searches is told, and it can be made again
            index_of(path, memory).bring()
        if was_locked:
            KeptCache(path, memory).bring()
    except BaseException:
        memory.end()
        raise
    return was_locked


def lock_case(path: Path, *, now: bool = False) -> bool:
    """Take the key of a case, its index and all that was decrypted out of memory.

    Args:
        path: The case's folder.
        now: Also while a run is under way, which then fails; what it has kept is safe.

    Returns:
        Whether it was unlocked.

    Raises:
        UsageError: The case is not encrypted.
        CaseLockedError: A run is under way.
    """
    memory = unlocked(path, id=key_id(path))
    if memory is None:  # where it was moved from another disk, its key still lies under its old place
        others = elsewhere(key_id(path))
        for other in others:
            other.end()
        return bool(others)
    if now or not os.access(path, os.W_OK):  # on a medium that cannot be written there is no run
        memory.end()
    else:
        with lock(path / "lock"):
            KeptCache(path, memory).keep()
            memory.end()
    return True


def erase_case(path: Path) -> None:
    """Make an end of a case: destroy its keys, without which nobody can read it.

    Raises:
        UsageError: The case is not encrypted.
        CaseLockedError: A run is under way.
    """
    memory = unlocked(path, id=key_id(path))
    with lock(path / "lock"):
        destroy_key_file(path)
        if memory:
            memory.end()


def check_unlocked(path: Path) -> None:
    """Raise NoKeyError when a case is locked, and UsageError when it is not encrypted."""
    key_id(path)
    _memory(path, read_label(path))


def ways_of(path: Path) -> tuple[WayIn, ...]:
    """Return the ways into a case, which may be locked."""
    ways = read_key_file(path, id=key_id(path)).ways
    return tuple(WayIn(way.name, way.kind.value, str(way.body.get("recipient", ""))) for way in ways)


def add_way(path: Path, *, name: str, passphrase: str = "", recipient: str = "") -> None:
    """Let one more passphrase, or the secret key of one more recipient, open a case that is unlocked.

    Raises:
        UsageError: The name is taken, or the recipient is no public key of age.
        NoKeyError: The case is locked.
    """
    memory = _memory(path, read_label(path))
    with lock(path / "lock"):
        file = read_key_file(path, id=memory.keys.id)
        if recipient:
            file = file.with_recipient(memory.keys, recipient, name=name)
        else:
            file = file.with_passphrase(memory.keys, passphrase, name=name)
        write_key_file(path, file)


def remove_way(path: Path, *, name: str) -> None:
    """Take a way out of the file `keys`; copies of the file, and whoever kept the case's key, are not reached.

    Raises:
        NotFoundError: There is none of this name.
        UsageError: It is the last.
        NoKeyError: The case is locked.
    """
    memory = _memory(path, read_label(path))
    with lock(path / "lock"):
        write_key_file(path, read_key_file(path, id=memory.keys.id).without(name))


def is_encrypted(path: Path) -> bool:
    """Return whether a case is encrypted."""
    return bool(read_label(path).key)


def key_id(path: Path) -> str:
    """Return the id of a case's key; raises UsageError when the case is not encrypted."""
    if not (key := read_label(path).key):
        raise UsageError("this case is not encrypted; `kashf init --encrypt` makes one that is")
    return key


def _memory(path: Path, label: CaseLabel) -> MemoryFolder:
    if memory := unlocked(path, id=label.key):
        return memory
    raise NoKeyError("this case is encrypted and locked")


def _records_in(path: Path, memory: MemoryFolder) -> EncryptedRecords:
    return EncryptedRecords(path / "case.db", memory.keys.derived("records"))
