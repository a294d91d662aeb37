"""The locks of a zip: each member has its own, by the old cipher (ZipCrypto) or by AES; libarchive decrypts with the passwords found here.

What a member says to check a password by is one byte or two, so that some wrong ones pass; such a one is believed when a member comes out
as its checksum says.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
import zipfile
import zlib
from dataclasses import dataclass, replace
from typing import BinaryIO, Final

from kashf.ports.engines import EngineError, Source
from kashf.sandboxed.engines.archives import is_whole
from kashf.sandboxed.locks.typed_passwords import in_bytes

_ENCRYPTED, _SIZES_FOLLOW = 1, 8
#: Method and extra field of AES, and length of salt and key by its strength. Source: AE-x, winzip.com/en/support/aes-encryption.
_AES_METHOD, _AES_FIELD = 99, 0x9901
_SALT_BYTES: Final = {1: 8, 2: 12, 3: 16}
_KEY_BYTES: Final = {1: 16, 2: 24, 3: 32}
_ROUNDS: Final = 1000
_LOCAL_HEADER: Final = struct.Struct("<10xH14xHH")
_OLD_HEADER_BYTES: Final = 12
#: Members that a password is first tried on; each may have another one.
_TRIED_ON: Final = 3


@dataclass(frozen=True, slots=True)
class _MemberLock:
    """The lock of one member.

    Args:
        place: Its number in the order in which members stand in the file.
        size_bytes: Of what is encrypted.
        salt: Of AES, or the twelve bytes before the content.
        check: What they must show.
        strength: 1, 2 or 3 for AES; 0 for the old cipher.
    """

    place: int
    size_bytes: int
    salt: bytes
    check: bytes
    strength: int = 0

    def may_fit(self, key: bytes) -> bool:
        """Return whether a password passes the check, as a wrong one does once in 256, or in 65,536 for AES."""
        if not self.strength:
            return _last_of_header(key, self.salt) == self.check[0]
        length = 2 * _KEY_BYTES[self.strength] + 2
        return hmac.compare_digest(hashlib.pbkdf2_hmac("sha1", key, self.salt, _ROUNDS, length)[-2:], self.check)


class ZipLock:
    """What is encrypted in one zip.

    Args:
        source: The zip.

    Raises:
        zipfile.BadZipFile: Its list of members is damaged.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._shut = _locks(source)
        self._keys: list[bytes] = []

    @property
    def is_locked(self) -> bool:
        """Whether any member is encrypted."""
        return bool(self._shut or self._keys)

    @property
    def is_open(self) -> bool:
        """Whether a password was found for every member."""
        return not self._shut

    def fits(self, password: str) -> bool:
        """Return whether a password, in some encoding, opens a member that is shut."""
        return any(self._fits(key) for key in in_bytes(password))

    def unlocked(self) -> Source:
        """Return the zip with the passwords that were found."""
        return replace(self._source, keys=tuple(self._keys))

    def _fits(self, key: bytes) -> bool:
        passed = [lock for lock in self._shut[:_TRIED_ON] if lock.may_fit(key)]
        proven = next((lock for lock in passed if self._is_proven(lock, key)), None)
        if proven is None:
            return False
        self._keys.append(key)
        self._shut = [lock for lock in self._shut if lock is not proven and not lock.may_fit(key)]
        return True

    def _is_proven(self, lock: _MemberLock, key: bytes) -> bool:
        try:
            return is_whole(replace(self._source, keys=(key,)), place=lock.place)
        except EngineError:
            return False


def _locks(source: Source) -> list[_MemberLock]:
    """Return the locks of all members that have one, those of the smallest members first."""
    with source.open() as file, zipfile.ZipFile(file) as archive:
        infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
        found = [_lock(file, info, place) for place, info in enumerate(infos) if info.flag_bits & _ENCRYPTED and info.file_size]
    return sorted((lock for lock in found if lock), key=lambda lock: lock.size_bytes)


def _lock(file: BinaryIO, info: zipfile.ZipInfo, place: int) -> _MemberLock | None:
    """Return the lock of a member; None when it is of no kind that is known."""
    file.seek(info.header_offset)
    header = file.read(_LOCAL_HEADER.size)
    if len(header) < _LOCAL_HEADER.size:
        return None
    time, *lengths = _LOCAL_HEADER.unpack(header)
    file.seek(sum(lengths), os.SEEK_CUR)
    if info.compress_type != _AES_METHOD:
        check = time >> 8 if info.flag_bits & _SIZES_FOLLOW else info.CRC >> 24
        return _MemberLock(place, info.compress_size, file.read(_OLD_HEADER_BYTES), bytes([check & 0xFF]))
    strength = _strength(info.extra)
    salt = file.read(_SALT_BYTES.get(strength, 0))
    return _MemberLock(place, info.compress_size, salt, file.read(2), strength) if salt else None


def _strength(extra: bytes) -> int:
    """Return the strength of AES that the fields of a member tell; 0 for none."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind == _AES_FIELD and length >= 7 and at + 9 <= len(extra):
            return extra[at + 8]
        at += 4 + length
    return 0


def _last_of_header(password: bytes, header: bytes) -> int:
    """Return the last of the twelve bytes, decrypted. Source: APPNOTE 6.3.10, section 6.1."""
    keys = [0x12345678, 0x23456789, 0x34567890]
    for byte in password:
        _step(keys, byte)
    plain = -1
    for byte in header:
        mixed = keys[2] | 2
        plain = byte ^ (mixed * (mixed ^ 1) >> 8 & 0xFF)
        _step(keys, plain)
    return plain


def _step(keys: list[int], byte: int) -> None:
    keys[0] = _next_crc(keys[0], byte)
    keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
    keys[2] = _next_crc(keys[2], keys[1] >> 24)


def _next_crc(crc: int, byte: int) -> int:
    return zlib.crc32(bytes([byte]), crc ^ 0xFFFFFFFF) ^ 0xFFFFFFFF
