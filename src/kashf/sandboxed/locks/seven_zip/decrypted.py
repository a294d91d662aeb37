"""A 7z archive as it would be without encryption, as a stream: what is asked for is decrypted as it is read."""

from __future__ import annotations

import hashlib
import struct
import zlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import BinaryIO

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

from kashf.sandboxed.joined_files import ReadOnlyStream

_BLOCK = 16
#: Where the first stretch may begin: signature, version, checksum, and where the list of members stands.
FIRST_BYTES = 32
_SIGNATURE = b"7z\xbc\xaf\x27\x1c\0\x04"
#: In the properties of an encryption: rounds as a power of two, and "the password is the key".
_ROUNDS, _NO_ROUNDS = 0x3F, 0x3F
#: More rounds than any program writes would only cost time.
_MOST_ROUNDS = 24
_ROUNDS_TOGETHER = 1 << 14


@dataclass(frozen=True, slots=True)
class Encryption:
    """What the properties of an encryption say.

    Args:
        power: Rounds of making the key, as a power of two.
        salt: Put before the password.
        vector: What the first block is combined with.
    """

    power: int
    salt: bytes
    vector: bytes

    @classmethod
    def read(cls, properties: bytes) -> Encryption:
        """Return what properties say.

        Raises:
            ValueError: They are none.
        """
        if not properties:
            raise ValueError("no properties")
        first, second = properties[0], properties[1] if properties[0] & 0xC0 and len(properties) > 1 else 0
        salt_bytes, vector_bytes = (first >> 7) + (second >> 4), (first >> 6 & 1) + (second & 15)
        power, rest = first & _ROUNDS, properties[2:]
        if len(rest) < salt_bytes + vector_bytes or (power != _NO_ROUNDS and power > _MOST_ROUNDS):
            raise ValueError("properties that no program writes")
        return cls(power, rest[:salt_bytes], rest[salt_bytes : salt_bytes + vector_bytes].ljust(_BLOCK, b"\0"))

    def key(self, password: str) -> bytes:
        """Return the key that a password makes: SHA-256 over salt, password and number, for each round."""
        told = self.salt + password.encode("utf-16-le", "surrogatepass")
        if self.power == _NO_ROUNDS:
            return told[:32].ljust(32, b"\0")
        found, rounds = hashlib.sha256(), 1 << self.power
        for start in range(0, rounds, _ROUNDS_TOGETHER):
            found.update(b"".join(told + n.to_bytes(8, "little") for n in range(start, min(start + _ROUNDS_TOGETHER, rounds))))
        return found.digest()


@dataclass(frozen=True, slots=True)
class PackedRange:
    """Some bytes of the archive as it is read.

    Args:
        start: Where they stand in the file.
        length: How many of them are read.
        key: Of their encryption; empty for none.
        vector: What the first block is combined with.
    """

    start: int
    length: int
    key: bytes = b""
    vector: bytes = b""

    def read(self, file: BinaryIO, offset: int, length: int) -> bytes:
        """Return up to `length` bytes from `offset` on; fewer where the file breaks off."""
        length = min(length, self.length - offset)
        if not self.key:
            file.seek(self.start + offset)
            return file.read(length)
        first = offset // _BLOCK * _BLOCK
        vector, last = self._before(file, first), -(-(offset + length) // _BLOCK) * _BLOCK
        file.seek(self.start + first)
        encrypted = file.read(last - first)
        decryptor = Cipher(AES256(self.key), CBC(vector)).decryptor()
        plain = decryptor.update(encrypted[: len(encrypted) // _BLOCK * _BLOCK])
        return plain[offset - first : offset - first + length]

    def _before(self, file: BinaryIO, first: int) -> bytes:
        if not first:
            return self.vector
        file.seek(self.start + first - _BLOCK)
        return file.read(_BLOCK).ljust(_BLOCK, b"\0")


class DecryptedArchive(ReadOnlyStream):
    """The archive: first its new beginning, then the stretches one behind the other, then its new list of members.

    Args:
        file: The archive as it lies there.
        stretches: What is packed.
        listed: The list of members that fits them.
    """

    def __init__(self, file: BinaryIO, stretches: Sequence[PackedRange], listed: bytes) -> None:
        self._file = file
        self._stretches = [each for each in stretches if each.length]
        self._starts = list(accumulate((each.length for each in self._stretches), initial=FIRST_BYTES))
        super().__init__(self._starts[-1] + len(listed))
        self._ends = [_beginning(self._starts[-1] - FIRST_BYTES, listed), listed]

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()

    def _read(self, length: int) -> bytes:
        if self._at < FIRST_BYTES:
            return self._ends[0][self._at : self._at + length]
        behind = self._at - self._starts[-1]
        if behind >= 0:
            return self._ends[1][behind : behind + length]
        place = bisect_right(self._starts, self._at) - 1
        return self._stretches[place].read(self._file, self._at - self._starts[place], length)


def _beginning(packed_bytes: int, listed: bytes) -> bytes:
    where = struct.pack("<QQI", packed_bytes, len(listed), zlib.crc32(listed))
    return _SIGNATURE + struct.pack("<I", zlib.crc32(where)) + where
