"""Sealed notes as files in a folder, one a note, encrypted to the vault; and, in another, passwords that runs need with nobody there."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, Protocol

from kashf.adapters.vault.note_box import BoxError, close_box, is_box, open_box
from kashf.adapters.vault.vault_file import VaultFile
from kashf.domain.entries.delivery import commitment
from kashf.domain.ids import Json, canonical_json, is_digest
from kashf.errors import BrokenCustodyError, DamagedVaultError, NoSpaceError, VaultClosedError
from kashf.plain_files import sync_folder

_SALT_BYTES: Final = 32
_BOXED: Final = ".box"
_PLAIN: Final = ".json"


class NoteCover(Protocol):
    """Encrypts files, and decrypts them."""

    def on(self, name: str, content: bytes, /) -> bytes:
        """Return what to write under a name."""
        ...

    def off(self, name: str, stored: bytes, /) -> bytes:
        """Return what was written under a name; nothing when it cannot be told."""
        ...


class _NoCover:
    """Leaves files as they are."""

    def on(self, name: str, content: bytes, /) -> bytes:
        return content

    def off(self, name: str, stored: bytes, /) -> bytes:
        return stored


NO_COVER: Final = _NoCover()


class SealedFolder:
    """Notes under `sealed`/<commitment>.box of a case, those of a kashf before the vault under .json, passwords under `passwords`.

    Args:
        case: The case's folder; both folders are made when they are missing, and may be taken away at any time.
        installation: Where the vault's key lies while it has no passphrase; None for a reader who has not opened the vault.
        cover: Encrypts what lies in both folders once more, in a case that is encrypted.
    """

    def __init__(self, case: Path, installation: Path | None = None, *, cover: NoteCover = NO_COVER) -> None:
        self._sealed, self._passwords = case / "sealed", case / "passwords"
        self.keys = VaultFile(case, installation)
        self._cover = cover

    def seal(self, content: Mapping[str, Json]) -> str:
        """Keep a note, durable, encrypted to the vault, and return the commitment to it."""
        salt, name = _committed(content)
        public = bytes.fromhex(self.keys.public)
        if not public:
            raise DamagedVaultError("the case has no vault.json")
        box = close_box(public, canonical_json({"content": content, "salt": salt.hex()}), about=name.encode())
        self._keep(self._sealed / f"{name}{_BOXED}", box)
        return name

    def keep_password(self, content: Mapping[str, Json]) -> str:
        """Keep a note that a run has to read with nobody there, which the vault does not hold, and return the commitment to it."""
        salt, name = _committed(content)
        self._keep(self._passwords / f"{name}{_PLAIN}", canonical_json({"content": content, "salt": salt.hex()}))
        return name

    def note(self, commitment: str) -> Mapping[str, Json] | None:
        """Return a note; None when it is not here."""
        for path in (self._passwords / f"{_name(commitment)}{_PLAIN}", self._sealed / f"{commitment}{_PLAIN}"):
            with suppress(FileNotFoundError):
                return _content(self._read(path), commitment)
        box = self._box(commitment)
        return None if box is None else self._opened(box, commitment)

    def box(self, commitment: str) -> str:
        """Return the SHA-256 of a note as it lies encrypted in its file; "" where it does not."""
        found = self._box(commitment)
        return "" if found is None else hashlib.sha256(found).hexdigest()

    def fault(self, commitment: str, box: str) -> str:
        """Return "" when a note is what was sealed, as far as it can be told, else "missing" or what is there."""
        found = self._box(commitment)
        if found is None:
            try:
                return "missing" if self.note(commitment) is None else ""
            except BrokenCustodyError as error:
                return error.found
        told = hashlib.sha256(found).hexdigest()
        if not is_box(found) or (box and told != box):
            return told
        try:
            self._opened(found, commitment)
        except BrokenCustodyError as error:
            return error.found
        except VaultClosedError:
            return ""
        return ""

    def plain(self) -> tuple[str, ...]:
        """Return the commitments of notes that lie in `sealed` without encryption, as a kashf before the vault kept them."""
        found = (path.stem for path in self._sealed.glob(f"*{_PLAIN}")) if self._sealed.is_dir() else ()
        return tuple(sorted(filter(is_digest, found)))

    def move(self, commitment: str, *, is_password: bool) -> str:
        """Put a note that lies plain where it belongs now, and remove the plain one; returns the SHA-256 of its box, "" for a password.

        Raises:
            BrokenCustodyError: It is not what was committed to; it stays where it is.
        """
        path = self._sealed / f"{_name(commitment)}{_PLAIN}"
        stored = self._read(path)
        _content(stored, commitment)
        if is_password:
            self._keep(self._passwords / path.name, stored)
        else:
            self._keep(
                self._sealed / f"{commitment}{_BOXED}", close_box(bytes.fromhex(self.keys.public), stored, about=commitment.encode())
            )
        with path.open("r+b") as file:
            file.write(bytes(len(stored)))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
        sync_folder(self._sealed)
        return self.box(commitment)

    def _box(self, commitment: str) -> bytes | None:
        try:
            return self._read(self._sealed / f"{_name(commitment)}{_BOXED}")
        except FileNotFoundError:
            return None

    def _read(self, path: Path) -> bytes:
        return self._cover.off(path.name, path.read_bytes())

    def _keep(self, path: Path, content: bytes) -> None:
        _keep(path, self._cover.on(path.name, content))

    def _opened(self, box: bytes, commitment: str) -> Mapping[str, Json]:
        private = self.keys.private()
        if not private:
            raise VaultClosedError("what could name a source is in the case's vault, and the vault is closed")
        try:
            stored = open_box(private, box, about=commitment.encode())
        except BoxError:
            raise BrokenCustodyError(expected=commitment, found="a note that the vault's key does not open") from None
        return _content(stored, commitment)


def _name(commitment: str) -> str:
    if not is_digest(commitment):
        raise ValueError("not a commitment")
    return commitment


def _committed(content: Mapping[str, Json]) -> tuple[bytes, str]:
    salt = secrets.token_bytes(_SALT_BYTES)
    return salt, commitment(salt, content)


def _content(stored: bytes, expected: str) -> Mapping[str, Json]:
    """Return a note when it is the one that was committed to."""
    try:
        read = json.loads(stored)
        content: Mapping[str, Json] = read["content"]
        if commitment(bytes.fromhex(read["salt"]), content) == expected:
            return content
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise BrokenCustodyError(expected=expected, found="another note")


def _keep(path: Path, content: bytes) -> None:
    """Write a file that only its owner may read, durable; one that is there already is replaced whole."""
    with _disk_full():
        path.parent.mkdir(mode=0o700, exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        descriptor = os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        sync_folder(path.parent)


@contextmanager
def _disk_full() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise NoSpaceError("no space left for a sealed note") from error
        raise
