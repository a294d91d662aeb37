"""Members of rar archives that are encrypted: of the newer ones libarchive does not say so, and hands out their bytes as they are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, Final

from kashf.domain.document import Reason
from kashf.ports.engines import Limits, Member, Source, Unpacker

#: Source: RAR 5.0 archive format, rarlab.com/technote.htm.
_MARK: Final = b"Rar!\x1a\x07\x01\x00"
_FILE, _END, _HAS_EXTRA, _HAS_DATA, _HAS_TIME, _HAS_CHECKSUM, _ENCRYPTION = 2, 5, 1, 2, 2, 4, 1
_MOST_HEADER_BYTES: Final = 1 << 21
_CHECKSUM_BYTES: Final = 4
_LONGEST_NUMBER: Final = 10


@dataclass(frozen=True, slots=True)
class RarUnpacker:
    """Takes rar archives apart, and gives no encrypted bytes for the content of a member.

    Args:
        archives: Takes apart all that is in them.
    """

    archives: Unpacker

    @property
    def name(self) -> str:
        """Name of the other one."""
        return self.archives.name

    @property
    def version(self) -> str:
        """Version of the other one."""
        return self.archives.version

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is rar."""
        return type == "application/vnd.rar"

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield members as the other one does, those that are encrypted without content.

        Raises:
            EngineError: As the other one does.
        """
        with source.open() as file:
            shut = frozenset(encrypted_names(file))
        for member in self.archives.members(source, limits=limits):
            yield replace(member, chunks=None, reason=Reason.ENCRYPTED) if member.untrusted_name in shut else member


def encrypted_names(file: BinaryIO) -> Iterator[bytes]:
    """Yield the names of the encrypted members of a rar of version 5, as far as its headers can be followed; nothing for another file."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    at = len(_MARK) if file.read(len(_MARK)) == _MARK else size
    while at < size:
        file.seek(at + _CHECKSUM_BYTES)
        header = _Numbers(file.read(_LONGEST_NUMBER))
        length = header.number()
        file.seek(at + _CHECKSUM_BYTES + header.at)
        content = _Numbers(file.read(min(length, _MOST_HEADER_BYTES)))
        kind, flags = content.number(), content.number()
        extra = content.number() if flags & _HAS_EXTRA else 0
        data = content.number() if flags & _HAS_DATA else 0
        if length <= 0 or kind == _END:
            return
        if kind == _FILE and (name := _encrypted_name(content, extra)):
            yield name
        at += _CHECKSUM_BYTES + header.at + length + data


def _encrypted_name(header: _Numbers, extra: int) -> bytes:
    """Return the name of a member; empty when it is not encrypted."""
    records = _Numbers(header.content[len(header.content) - extra :] if extra else b"")
    flags = header.number()
    for _ in ("size", "attributes"):
        header.number()
    header.take(4 * bool(flags & _HAS_TIME) + 4 * bool(flags & _HAS_CHECKSUM))
    for _ in ("compression", "system"):
        header.number()
    name = header.take(header.number())
    while (length := records.number()) > 0:
        if _Numbers(records.take(length)).number() == _ENCRYPTION:
            return name
    return b""


@dataclass(slots=True)
class _Numbers:
    """Bytes that are taken from front to back; numbers have seven bits in each byte, the lowest first, and end where the eighth is 0."""

    content: bytes
    at: int = 0

    def number(self) -> int:
        """Return the next number; 0 at the end."""
        value = 0
        for shift in range(0, 70, 7):
            byte = self.take(1)
            value |= (byte[0] & 0x7F) << shift if byte else 0
            if not byte or byte[0] < 0x80:
                break
        return value

    def take(self, count: int) -> bytes:
        """Return the next bytes, or what is left of them."""
        taken = self.content[self.at : self.at + count]
        self.at += len(taken)
        return taken
