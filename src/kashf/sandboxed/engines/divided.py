"""Archives that were cut into several files: which part one is, and that the others are needed.

What is read of a file depends on its own bytes alone, so that it can be kept, checked and read again; parts are therefore not joined here.
"""

from __future__ import annotations

import os
import re
import struct
from typing import BinaryIO

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Extract, Limits, Source

#: Names of parts: archive.7z.002, archive.zip.003, archive.r05, archive.z01, archive.part2.rar.
_NAMED = re.compile(r"\.(?:7z|zip|rar|tar|tgz|gz|bz2|xz|iso)\.(\d{2,5})$|\.[rz](\d{2,3})$|\.part(\d{1,5})\.rar$", re.IGNORECASE)
_SEVEN_ZIP, _RAR4, _RAR5 = b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07\x00", b"Rar!\x1a\x07\x01\x00"
#: Where a 7z file says how far behind its first 32 bytes its list of members lies, and how long it is. Source: 7zFormat.txt.
_SEVEN_ZIP_LIST = struct.Struct("<QQ")
_SPANNED_ZIP = b"PK\x07\x08"
_ZIP_END = b"PK\x05\x06"
_IS_VOLUME = 1


class DividedPartReader:
    """Says of bytes that are nothing by themselves that they are a part of an archive, when their name says so."""

    name = "divided"
    version = "1"

    def reads(self, type: str) -> bool:
        """Return whether `type` says nothing."""
        return type == "application/octet-stream"

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return nothing.

        Raises:
            EngineError: DIVIDED, or UNSUPPORTED when the name is not that of a part.
        """
        if not _NAMED.search(source.untrusted_name):
            raise EngineError(Reason.UNSUPPORTED, "not text")
        raise EngineError(Reason.DIVIDED, told(source.untrusted_name))


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
    match = _NAMED.search(untrusted_name)
    number = next((int(each) for each in match.groups() if each), 0) if match else 0
    part = f"part {number}" if number else "a part"
    return f"{part} of a divided archive: the others are needed; join them into one file, or unpack them, and add that"


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
