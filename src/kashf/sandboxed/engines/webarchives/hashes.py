"""The hashes that archives of the web state beside what they hold, held against the bytes."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kashf.domain.document import OwnHash

#: Algorithms that archives name, each way they are written; the first two are what nearly all use.
_ALGORITHMS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("sha1", "sha-1"), "sha1"),
    **dict.fromkeys(("sha256", "sha-256"), "sha256"),
    **dict.fromkeys(("sha384", "sha-384"), "sha384"),
    **dict.fromkeys(("sha512", "sha-512"), "sha512"),
    "md5": "md5",
}


@dataclass(frozen=True, slots=True)
class StatedHash:
    """A hash as an archive states it; `digest` is None where it is written in no way that is known here."""

    algorithm: str
    digest: bytes | None

    def begun(self) -> Any:
        """Return a hash to which bytes can be added."""
        return hashlib.new(self.algorithm, usedforsecurity=False)

    def held_against(self, computed: Iterable[Any]) -> OwnHash:
        """Return whether one of some computed hashes is the one that was stated."""
        return OwnHash.MATCHES if any(each.digest() == self.digest for each in computed) else OwnHash.DIFFERS


def stated_hash(untrusted: str) -> StatedHash | None:
    """Return the hash in a label such as sha1:B2LTWWPUOYAH7UIPQ7ZUPQ4VMBSVC36A or sha256:9f86d0...; None for no label that is known.

    >>> stated_hash("md5:d41d8cd98f00b204e9800998ecf8427e").digest.hex()[:6], stated_hash("crc:12")
    ('d41d8c', None)
    """
    name, colon, value = untrusted.strip().partition(":")
    algorithm = _ALGORITHMS.get(name.strip().lower())
    return (
        StatedHash(algorithm, _decoded(value.strip(), hashlib.new(algorithm, usedforsecurity=False).digest_size))
        if colon and algorithm
        else None
    )


def _decoded(value: str, size: int) -> bytes | None:
    """Return a digest of `size` bytes that is written in hexadecimal, in base 32 (without padding too) or in base 64."""
    ways = (
        bytes.fromhex,
        lambda text: base64.b32decode(text.upper() + "=" * (-len(text) % 8)),
        lambda text: base64.b64decode(text.replace("-", "+").replace("_", "/") + "=" * (-len(text) % 4)),
    )
    for way in ways:
        try:
            digest = way(value)
        except (ValueError, binascii.Error):
            continue
        if len(digest) == size:
            return digest
    return None
