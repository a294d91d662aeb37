"""The key with which this installation signs: a file of its own folder that only its owner may read.

It has a passphrase where somebody asked for one; otherwise none, as every entry is signed, also those of a run by night, and who may read
the folder is this user already. A person's key has one: `person_keys`.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kashf.adapters.signing.ed25519 import KEY_BYTES, Ed25519Signer
from kashf.adapters.signing.key_files import read_private_file, write_once, write_over
from kashf.adapters.signing.wrapped_key import unwrap, wrap
from kashf.errors import InstallationKeyError, WrongPassphraseError

_NAME = "installation.json"


@dataclass(frozen=True, slots=True)
class InstallationKey:
    """The key of this installation, as it lies here.

    Args:
        key: The public half, in hex.
        is_wrapped: Whether a passphrase is needed.
    """

    key: str
    is_wrapped: bool


def installation_signer(folder: Path, passphrase: str | None = None) -> Ed25519Signer:
    """Return what signs for this installation; its key is made, without a passphrase, when there is none.

    Args:
        folder: Of its keys; made when it is missing, for its owner alone.
        passphrase: What it is wrapped by; not looked at where it is not.

    Raises:
        InstallationKeyError: The file is no key, or others may read it.
        WrongPassphraseError: It is another passphrase, or one is needed.
    """
    path = folder / _NAME
    if not path.exists():
        private = secrets.token_bytes(KEY_BYTES)
        write_once(path, _content(private, Ed25519Signer(private).key, None))
    return Ed25519Signer(_private(_told(path), passphrase))


def find_installation_key(folder: Path) -> InstallationKey | None:
    """Return the key of this installation without opening it, or None when there is none.

    Raises:
        InstallationKeyError: The file is no key, or others may read it.
    """
    if not has_installation_key(folder):
        return None
    told = _told(folder / _NAME)
    if "wrapped" in told:
        return InstallationKey(told["public"], is_wrapped=True)
    _private(told, None)
    return InstallationKey(told["public"], is_wrapped=False)


def wrap_installation_key(folder: Path, *, old: str | None, new: str | None) -> None:
    """Put the key of this installation under a passphrase, or under another, or take it off; the key stays the same.

    Args:
        folder: Of its keys.
        old: The passphrase until now; not looked at where there is none.
        new: None for none from now on.

    Raises:
        InstallationKeyError, WrongPassphraseError: As `installation_signer`; nothing was written.
    """
    told = _told(folder / _NAME)
    write_over(folder / _NAME, _content(_private(told, old), told["public"], new))


def has_installation_key(folder: Path) -> bool:
    """Return whether this installation has a key already."""
    return os.path.lexists(folder / _NAME)


def _content(private: bytes, key: str, passphrase: str | None) -> str:
    secret: dict[str, object] = {"private": private.hex()} if passphrase is None else {"wrapped": wrap(private, passphrase, key)}
    return json.dumps({"algorithm": "Ed25519", "public": key, **secret}) + "\n"


def _told(path: Path) -> Mapping[str, Any]:
    try:
        told = json.loads(read_private_file(path))
        if told["algorithm"] != "Ed25519" or not isinstance(told["public"], str):
            raise ValueError("no key that this kashf knows")
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged() from error
    return told if isinstance(told, dict) else {}


def _private(told: Mapping[str, Any], passphrase: str | None) -> bytes:
    try:
        if "wrapped" in told and passphrase is None:
            raise WrongPassphraseError("the key of this installation needs its passphrase")
        private = (
            unwrap(told["wrapped"], passphrase or "", told["public"], whose="this installation")
            if "wrapped" in told
            else bytes.fromhex(told["private"])
        )
        if told["public"] != Ed25519Signer(private).key:
            raise ValueError("the two halves are not of one key")
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged() from error
    return private


def _damaged() -> InstallationKeyError:
    return InstallationKeyError("the key of this installation cannot be read", code="installation-key-damaged")
