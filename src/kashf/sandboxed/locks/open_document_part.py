"""How one part of an OpenDocument file is encrypted, and what it is with a password. Source: OpenDocument 1.3, part 2, 3.4 and 4.

What LibreOffice writes since 2024 (Argon2id, AES-GCM, the package as one part) is told nowhere but in its code.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.decrepit.ciphers.algorithms import Blowfish
from cryptography.hazmat.decrepit.ciphers.modes import CFB
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from lxml import etree

from kashf.sandboxed.engines.office.word_elements import value_in_any

#: More than programs write, which would only cost time and memory: 100,000 rounds; 3 rounds of 64 MiB by 4 lanes.
_MOST_ROUNDS: Final = 2_000_000
_MOST_OF_ARGON: Final = (20, 1 << 18, 16)
_MOST_KEY_BYTES: Final = 64
#: Compressed bytes of which the checksum is.
_CHECKED: Final = 1024
_NONCE_BYTES: Final = 12
_PIECE_BYTES: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class EncryptedPart:
    """The encryption of one part.

    Args:
        name: Of the part.
        cipher: The name of its cipher, in small letters.
        hash: By which a password becomes the beginning of the key.
        derivation: How that becomes the key, in small letters.
        costs: Rounds; or passes, KiB of memory and lanes.
        key_bytes: Length of the key.
        salt: For the derivation.
        vector: With which the cipher begins.
        checksum: Of the beginning of the content, empty where the cipher checks it itself.
    """

    name: str
    cipher: str
    hash: str
    derivation: str
    costs: tuple[int, ...]
    key_bytes: int
    salt: bytes
    vector: bytes
    checksum: bytes

    @property
    def is_known(self) -> bool:
        """Whether it is encrypted in a way that is known here, at a cost that programs ask for."""
        most = _MOST_OF_ARGON if "argon2id" in self.derivation else (_MOST_ROUNDS,)
        is_cheap = len(self.costs) == len(most) and all(0 < cost <= limit for cost, limit in zip(self.costs, most, strict=True))
        return is_cheap and 0 < self.key_bytes <= _MOST_KEY_BYTES and any(name in self.derivation for name in ("pbkdf2", "argon2id"))

    def compressed(self, content: bytes, password: str) -> bytes | None:
        """Return the content as it was before it was encrypted, packed by deflate as a rule; None when the password is another one."""
        plain = self._decrypted(content, self._key(password))
        if plain is None or not self.checksum:
            return plain
        found = hashlib.new("sha1" if len(self.checksum) == hashlib.sha1(usedforsecurity=False).digest_size else "sha256")
        found.update(plain[:_CHECKED])
        return plain if found.digest() == self.checksum else None

    def _key(self, password: str) -> bytes:
        start = hashlib.new(self.hash, password.encode("utf-8")).digest()
        if "argon2id" in self.derivation:
            passes, memory, lanes = self.costs
            derivation = Argon2id(salt=self.salt, length=self.key_bytes, iterations=passes, lanes=lanes, memory_cost=memory)
            return derivation.derive(start)
        return hashlib.pbkdf2_hmac("sha1", start, self.salt, self.costs[0], self.key_bytes)

    def _decrypted(self, content: bytes, key: bytes) -> bytes | None:
        if "gcm" in self.cipher:
            nonce = self.vector[:_NONCE_BYTES]
            try:
                return AESGCM(key).decrypt(nonce, content[_NONCE_BYTES:] if content.startswith(nonce) else content, None)
            except InvalidTag:
                return None
        if "aes" in self.cipher:
            decryptor = Cipher(AES(key), CBC(self.vector)).decryptor()
            plain = decryptor.update(content) + decryptor.finalize()
            return plain[: -plain[-1]] if plain and 0 < plain[-1] <= AES.block_size // 8 else plain
        decryptor = Cipher(Blowfish(key), CFB(self.vector)).decryptor()
        return decryptor.update(content) + decryptor.finalize()


def inflated(content: bytes) -> Iterator[bytes]:
    """Yield what was packed by deflate, piece by piece.

    Raises:
        zlib.error: It was not.
    """
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    while content and not unpacker.eof:
        yield unpacker.decompress(content, _PIECE_BYTES)
        content = unpacker.unconsumed_tail
    yield unpacker.flush()


def encrypted_parts(manifest: etree._Element | None) -> Iterator[EncryptedPart]:
    """Yield what a list of parts says of those that are encrypted.

    Raises:
        ValueError: A number in it is none.
    """
    for entry in manifest.iter("{*}file-entry") if manifest is not None else ():
        for data in entry.iterchildren("{*}encryption-data"):
            yield _part(value_in_any(entry, "full-path"), data)


def _part(name: str, data: etree._Element) -> EncryptedPart:
    cipher, start, derivation = (
        next(data.iterchildren(f"{{*}}{each}"), data) for each in ("algorithm", "start-key-generation", "key-derivation")
    )
    costs = [value_in_any(derivation, f"argon2-{each}") for each in ("iterations", "memory", "lanes")]
    return EncryptedPart(
        name=name,
        cipher=value_in_any(cipher, "algorithm-name").lower(),
        hash="sha256" if "sha256" in value_in_any(start, "start-key-generation-name").lower() else "sha1",
        derivation=value_in_any(derivation, "key-derivation-name").lower(),
        costs=tuple(map(int, costs)) if all(costs) else (int(value_in_any(derivation, "iteration-count") or 1024),),
        key_bytes=int(value_in_any(derivation, "key-size") or 16),
        salt=_bytes(value_in_any(derivation, "salt")),
        vector=_bytes(value_in_any(cipher, "initialisation-vector")),
        checksum=_bytes(value_in_any(data, "checksum")),
    )


def _bytes(written: str) -> bytes:
    try:
        return base64.b64decode(written)
    except binascii.Error as error:
        raise ValueError("not base64") from error
