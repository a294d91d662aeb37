"""The key of a case and what is derived from it; the standard library is enough here, so that a search loads nothing else."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from typing import Final

#: Bytes of a key.
KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class CaseKeys:
    """The random key of a case.

    Args:
        id: Which key it is, 32 hex digits; no secret, it stands in case.toml.
        secret: Its 32 bytes. Python cannot wipe memory: it may be found in that of a process that has the case open.
    """

    id: str
    secret: bytes = field(repr=False)

    def derived(self, purpose: str) -> bytes:
        """Return the 32 bytes for one purpose, from which neither the secret nor those of another can be told.

        Source: RFC 5869, HKDF-Expand with SHA-256, whose first block is as long as what is needed.

        >>> keys = CaseKeys("0" * 32, bytes(32))
        >>> keys.derived("blobs") == keys.derived("records"), len(keys.derived("blobs"))
        (False, 32)
        """
        return hmac.digest(self.secret, f"kashf {self.id} {purpose}".encode() + b"\x01", "sha256")

    @property
    def check(self) -> str:
        """By which a key is told from that of another case; it tells nothing of the key."""
        return self.derived("check").hex()


def fresh_keys() -> CaseKeys:
    """Return a new key, of chance alone."""
    return CaseKeys(secrets.token_hex(16), secrets.token_bytes(KEY_BYTES))


def keyed_name(key: bytes, name: str) -> str:
    """Return 64 hex digits that stand for a name, from which nobody can tell it, nor test a guess, without the key."""
    return hmac.digest(key, name.encode(), "sha256").hex()
