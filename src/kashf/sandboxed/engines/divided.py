"""Archives that were cut into several files: which part one is, and that the others are needed.

One file alone is read here; `kashf.sandboxed.joined_files` reads several that are one, when they were found.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from kashf.domain.document import Reason
from kashf.domain.files.divided_files import Division, part_name
from kashf.ports.engines import EngineError, Extract, Limits, Member, Source

_SEVEN_ZIP, _RAR4, _RAR5 = b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07\x00", b"Rar!\x1a\x07\x01\x00"
#: Where a 7z file says how far behind its first 32 bytes its list of members lies, and how long it is. Source: 7zFormat.txt.
_SEVEN_ZIP_LIST = struct.Struct("<QQ")
_SPANNED_ZIP = b"PK\x07\x08"
_ZIP_END = b"PK\x05\x06"
_IS_VOLUME = 1
_CHUNK_BYTES = 1 << 16


class DividedPartReader:
    """Says of bytes that are nothing by themselves that they are a part of an archive, when their name says so."""

    name = "divided"
    version = "2"

    def reads(self, type: str) -> bool:
        """Return whether `type` says nothing."""
        return type == "application/octet-stream"

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return nothing.

        Raises:
            EngineError: DIVIDED, or UNSUPPORTED when the name is not that of a part.
        """
        if not is_named_part(source.untrusted_name):
            raise EngineError(Reason.UNSUPPORTED, "not text")
        raise EngineError(Reason.DIVIDED, told(source.untrusted_name))


class WholeFileUnpacker:
    """Gives a file that was joined, as its only member."""

    name = "joined"
    version = "1"

    def unpacks(self, type: str) -> bool:
        """Return whether it may: any may."""
        return bool(type)

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield the file, under the name that its parts have in common."""
        with source.open() as file:
            yield Member(0, joined_name(source.untrusted_name).encode("utf-8", "replace"), iter(partial(file.read, _CHUNK_BYTES), b""))


def joined_name(untrusted_name: str) -> str:
    """Return what a file was called before it was cut.

    >>> joined_name("Letter.pdf.001"), joined_name("odd")
    ('Letter.pdf', 'odd')
    """
    name = part_name(untrusted_name)
    return untrusted_name.rpartition(".")[0] if name and name.division is Division.NUMBERED else untrusted_name


def is_part(file: BinaryIO) -> bool:
    """Return whether an archive says itself that it goes on in another file, or its list of members lies behind its end."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    head = file.read(64)
    if head.startswith(_SEVEN_ZIP) and len(head) >= 32:
        offset, length = _SEVEN_ZIP_LIST.unpack_from(head, 12)
        return bool(32 + offset + length > size)
    if head.startswith(_RAR4):
        return len(head) > 11 and bool(head[10] & _IS_VOLUME)
    if head.startswith(_RAR5):
        return _rar5_is_volume(head[len(_RAR5) + 4 :])
    return head.startswith(_SPANNED_ZIP) or _zip_is_last(file, size)


def told(untrusted_name: str) -> str:
    """Return what a person can do, with the number of the part when the name has one."""
    name = part_name(untrusted_name)
    part = f"part {name.number}" if name and name.is_certain and name.number else "a part"
    return f"{part} of a divided archive: the others are needed; add them under the names that they had"


def is_named_part(untrusted_name: str) -> bool:
    """Return whether only parts of a divided file are called so."""
    name = part_name(untrusted_name)
    return name is not None and name.is_certain


def _rar5_is_volume(header: bytes) -> bool:
    """Return whether the main header says so: size, kind, flags, perhaps the size of more fields, then flags of the archive."""
    numbers, at = [], 0
    for _ in range(5):
        number, at = _number(header, at)
        numbers.append(number)
    has_more = numbers[2] & 1
    return numbers[1] == 1 and bool((numbers[4] if has_more else numbers[3]) & _IS_VOLUME)


def _number(content: bytes, at: int) -> tuple[int, int]:
    """Return a number of variable length and where the next begins. Source: RAR 5.0 archive format, "vint"."""
    value = shift = 0
    while at < len(content):
        value |= (content[at] & 0x7F) << shift
        shift += 7
        at += 1
        if content[at - 1] < 0x80:
            break
    return value, at


def _zip_is_last(file: BinaryIO, size: int) -> bool:
    """Return whether the last record of a zip says that parts come before this one."""
    file.seek(max(0, size - 22 - 0xFFFF))
    tail = file.read()
    at = tail.rfind(_ZIP_END)
    # The number of the part, and of the one where the list begins; 0xFFFF says that they stand elsewhere.
    return at >= 0 and tail[at + 4 : at + 8] not in {bytes(4), b"\xff" * 4, b""}
