"""Keys with which persons sign on this installation: wrapped by a passphrase, but for one person, who is its owner."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kashf.adapters.signing.ed25519 import KEY_BYTES, Ed25519Signer
from kashf.adapters.signing.key_files import read_private_file, write_once
from kashf.adapters.signing.wrapped_key import unwrap, wrap
from kashf.domain.entries.persons import as_called
from kashf.errors import InstallationKeyError, UsageError, WrongPassphraseError


@dataclass(frozen=True, slots=True)
class StoredKey:
    """A key of a person, as it lies here.

    Args:
        name: Whose.
        key: The public half, in hex.
        is_wrapped: Whether a passphrase is needed.
    """

    name: str
    key: str
    is_wrapped: bool


class PersonKeys:
    """Keys of persons, one a file.

    Args:
        folder: Where they lie; made when it is missing, for its owner alone.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def stored(self) -> tuple[StoredKey, ...]:
        """Return the keys that are here, by file.

        Raises:
            InstallationKeyError: One cannot be read.
        """
        paths = sorted(self._folder.glob("*.json")) if self._folder.is_dir() else []
        return tuple(StoredKey(told["name"], told["public"], "private" not in told) for told in map(_told, paths))

    def find(self, name: str) -> StoredKey | None:
        """Return the key of whoever is called so, or None."""
        return next((each for each in self.stored() if as_called(each.name) == as_called(name)), None)

    def make(self, name: str, passphrase: str | None) -> Ed25519Signer:
        """Make a key for somebody, and return what signs with it.

        Args:
            name: Whose.
            passphrase: What it is wrapped by; None for the owner of this installation.

        Raises:
            UsageError: There is one for that name already, or another person signs here without a passphrase.
        """
        stored = self.stored()
        if any(as_called(each.name) == as_called(name) for each in stored):
            raise UsageError("there is a key of that name here already; two of one name could not be told apart", code="key-of-that-name")
        if passphrase is None and any(not each.is_wrapped for each in stored):
            raise UsageError("one person signs here without a passphrase already; another needs one", code="second-owner")
        private = secrets.token_bytes(KEY_BYTES)
        signer = Ed25519Signer(private)
        told: dict[str, object] = {"name": name, "algorithm": "Ed25519", "public": signer.key}
        told |= {"private": private.hex()} if passphrase is None else {"wrapped": wrap(private, passphrase, signer.key)}
        write_once(self._folder / f"{signer.key[:32]}.json", json.dumps(told, ensure_ascii=False) + "\n")
        return signer

    def open(self, stored: StoredKey, passphrase: str | None = None) -> Ed25519Signer:
        """Return what signs with a key.

        Raises:
            WrongPassphraseError: It is another passphrase, or one is needed.
            InstallationKeyError: The file is damaged.
        """
        told = _told(self._folder / f"{stored.key[:32]}.json")
        try:
            if "private" in told:
                private = bytes.fromhex(told["private"])
            elif passphrase is None:
                raise WrongPassphraseError("the key needs its passphrase")
            else:
                private = unwrap(told["wrapped"], passphrase, stored.key, whose="this person")
            signer = Ed25519Signer(private)
        except (ValueError, KeyError, TypeError) as error:
            raise InstallationKeyError("a person's key cannot be read", code="installation-key-damaged") from error
        if signer.key != stored.key:
            raise InstallationKeyError("the two halves of a person's key are not of one", code="installation-key-damaged")
        return signer


def _told(path: Path) -> Mapping[str, Any]:
    try:
        told = json.loads(read_private_file(path))
        if isinstance(told, dict) and all(isinstance(told.get(part), str) for part in ("name", "public")):
            return told
    except ValueError as error:
        raise InstallationKeyError("a person's key cannot be read", code="installation-key-damaged") from error
    raise InstallationKeyError("a person's key cannot be read", code="installation-key-damaged")
