"""Sealed notes as files in a folder, one a note, that only its owner may read; not encrypted yet."""

from __future__ import annotations

import errno
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from kashf.domain.entries.delivery import commitment
from kashf.domain.ids import Json, canonical_json, is_digest
from kashf.errors import BrokenCustodyError, NoSpaceError

_SALT_BYTES = 32


class SealedFolder:
    """Notes under `root`/<commitment>.json.

    Args:
        root: The folder; made when it is missing, and it may be taken away at any time.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    def seal(self, content: Mapping[str, Json]) -> str:
        """Keep a note, durable, and return the commitment to it."""
        try:
            return self._write(content)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise NoSpaceError("no space left for a sealed note") from error
            raise

    def _write(self, content: Mapping[str, Json]) -> str:
        salt = secrets.token_bytes(_SALT_BYTES)
        name = commitment(salt, content)
        self._root.mkdir(mode=0o700, exist_ok=True)
        descriptor = os.open(self._path(name), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(canonical_json({"content": content, "salt": salt.hex()}))
            file.flush()
            os.fsync(file.fileno())
        folder = os.open(self._root, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        return name

    def note(self, commitment: str) -> Mapping[str, Json] | None:
        """Return a note; None when it is not here."""
        try:
            stored = self._path(commitment).read_bytes()
        except FileNotFoundError:
            return None
        content = _content(stored, commitment)
        if content is None:
            raise BrokenCustodyError(expected=commitment, found="another note")
        return content

    def _path(self, name: str) -> Path:
        if not is_digest(name):
            raise ValueError("not a commitment")
        return self._root / f"{name}.json"


def _content(stored: bytes, expected: str) -> Mapping[str, Json] | None:
    """Return a note when it is the one that was committed to, else None."""
    try:
        read = json.loads(stored)
        content: Mapping[str, Json] = read["content"]
        return content if commitment(bytes.fromhex(read["salt"]), content) == expected else None
    except (ValueError, KeyError, TypeError):
        return None
