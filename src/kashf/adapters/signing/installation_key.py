"""The key with which this installation signs: a file of its own folder that only its owner may read.

It has no passphrase, as every entry is signed, also those of a run by night; who may read the folder is this user already. A person's
key has one: `person_keys`.
"""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path

from kashf.adapters.signing.ed25519 import KEY_BYTES, Ed25519Signer
from kashf.adapters.signing.key_files import read_private_file, write_once
from kashf.errors import InstallationKeyError

_NAME = "installation.json"


def installation_signer(folder: Path) -> Ed25519Signer:
    """Return what signs for this installation; its key is made when there is none.

    Args:
        folder: Of its keys; made when it is missing, for its owner alone.

    Raises:
        InstallationKeyError: The file is no key, or others may read it.
    """
    path = folder / _NAME
    if not path.exists():
        private = secrets.token_bytes(KEY_BYTES)
        signer = Ed25519Signer(private)
        write_once(path, json.dumps({"algorithm": "Ed25519", "public": signer.key, "private": private.hex()}) + "\n")
    return _read(path)


def _read(path: Path) -> Ed25519Signer:
    try:
        told = json.loads(read_private_file(path))
        signer = Ed25519Signer(bytes.fromhex(told["private"]))
        if told["algorithm"] != "Ed25519" or told["public"] != signer.key:
            raise ValueError("the two halves are not of one key")
    except (ValueError, KeyError, TypeError) as error:
        raise InstallationKeyError("the key of this installation cannot be read", code="installation-key-damaged") from error
    return signer


def has_installation_key(folder: Path) -> bool:
    """Return whether this installation has a key already."""
    return os.path.lexists(folder / _NAME)
