"""Divided archives, made by code."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

#: Types of headers, flags of a volume, of a file that came from, and goes on in, another. Source: RAR 4 technote.
_MAIN, _FILE, _END = 0x73, 0x74, 0x7B
_VOLUME, _NEW_NAMES, _FROM, _ON = 0x0001, 0x0010, 0x0001, 0x0002


def cut(content: bytes, count: int) -> list[bytes]:
    """Return content in pieces."""
    length = -(-len(content) // count)
    return [content[at : at + length] for at in range(0, len(content), length)]


def rar_volumes(name: str, content: bytes, count: int) -> list[bytes]:
    """Return the volumes of a rar with one stored file."""
    pieces = cut(content, count)
    volumes = []
    for number, piece in enumerate(pieces):
        is_last = number == len(pieces) - 1
        flags = 0x8000 | (_FROM if number else 0) | (0 if is_last else _ON)
        checksum = zlib.crc32(content if is_last else piece)
        told = struct.pack("<IIBIIBBHI", len(piece), len(content), 3, checksum, 0, 20, 0x30, len(name), 0o100644) + name.encode()
        main = _header(_MAIN, _VOLUME | _NEW_NAMES | (0 if number else 0x0100), bytes(6))
        volumes.append(b"Rar!\x1a\x07\x00" + main + _header(_FILE, flags, told) + piece + _header(_END, 0x4000 | (not is_last), b""))
    return volumes


def _header(kind: int, flags: int, told: bytes) -> bytes:
    header = struct.pack("<BHH", kind, flags, 7 + len(told)) + told
    return struct.pack("<H", zlib.crc32(header) & 0xFFFF) + header


def spanned_zip(members: dict[str, bytes], count: int) -> list[bytes]:
    """Return a zip over several disks: the mark of one, pieces, and a list of members that counts in pieces."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
        infos = archive.infolist()
    whole = bytearray(b"PK\x07\x08" + buffer.getvalue())
    begins = whole.index(b"PK\x01\x02")
    length = -(-begins // count)
    at = begins
    for info in infos:
        part, place = divmod(info.header_offset + 4, length)
        struct.pack_into("<H", whole, at + 34, part)
        struct.pack_into("<I", whole, at + 42, place)
        at += 46 + len(info.filename) + len(info.extra) + len(info.comment)
    struct.pack_into("<HH", whole, at + 4, count - 1, count - 1)
    struct.pack_into("<I", whole, at + 16, begins - length * (count - 1))
    return [bytes(whole[start : start + length]) for start in range(0, length * (count - 1), length)] + [
        bytes(whole[length * (count - 1) :])
    ]
