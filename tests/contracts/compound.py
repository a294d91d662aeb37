"""Writes OLE compound files, which Outlook and old Office use; just enough for tests. Source: MS-CFB."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

_SECTOR, _FREE, _END = 512, 0xFFFFFFFF, 0xFFFFFFFE
_FAT, _LEAST_STREAM = 0xFFFFFFFD, 4096
_STORAGE, _STREAM, _ROOT = 1, 2, 5

Tree = Mapping[str, "bytes | Tree"]


@dataclass
class _Writer:
    sectors: list[bytes] = field(default_factory=list)
    fat: list[int] = field(default_factory=list)
    entries: list[list[int | str]] = field(default_factory=list)

    def add_stream(self, content: bytes) -> tuple[int, int]:
        """Return (first sector, length); short streams are filled up with zeros, so that no ministream is needed."""
        padded = content.ljust(_LEAST_STREAM, b"\0")
        padded += b"\0" * (-len(padded) % _SECTOR)
        first, count = len(self.sectors), len(padded) // _SECTOR
        self.sectors += [padded[at : at + _SECTOR] for at in range(0, len(padded), _SECTOR)]
        self.fat += [*range(first + 1, first + count), _END]
        return first, max(len(content), _LEAST_STREAM)

    def add_tree(self, name: str, kind: int, tree: Tree) -> int:
        """Return the number of the directory entry; siblings are chained to the right, which readers accept."""
        number = len(self.entries)
        self.entries.append([name, kind, _FREE, _FREE, 0, 0])
        before = -1
        for child, content in sorted(tree.items(), key=lambda item: (len(item[0]), item[0].upper())):
            if isinstance(content, bytes):
                first, length = self.add_stream(content)
                index = len(self.entries)
                self.entries.append([child, _STREAM, _FREE, _FREE, first, length])
            else:
                index = self.add_tree(child, _STORAGE, content)
            self.entries[number if before < 0 else before][3 if before < 0 else 2] = index
            before = index
        return number

    def directory(self) -> bytes:
        lines = []
        for name, kind, right, child, first, length in self.entries:
            raw = str(name).encode("utf-16-le")
            head = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw) + 2, kind, 1)
            start = _END if kind == _ROOT else first
            lines.append(head + struct.pack("<III", _FREE, right, child) + b"\0" * 36 + struct.pack("<IQ", start, length))
        return b"".join(lines)


def compound_file(tree: Tree) -> bytes:
    """Return an OLE file with these storages and streams; streams shorter than 4,096 bytes are filled up with zeros."""
    writer = _Writer()
    writer.add_tree("Root Entry", _ROOT, tree)
    directory = writer.directory()
    directory += b"\0" * (-len(directory) % _SECTOR)
    first_of_directory = len(writer.sectors)
    count = len(directory) // _SECTOR
    writer.sectors += [directory[at : at + _SECTOR] for at in range(0, len(directory), _SECTOR)]
    writer.fat += [*range(first_of_directory + 1, first_of_directory + count), _END]
    fat_count = 1
    while fat_count * 128 < len(writer.fat) + fat_count:
        fat_count += 1
    first_of_fat = len(writer.sectors)
    fat = [*writer.fat, *[_FAT] * fat_count]
    fat += [_FREE] * (fat_count * 128 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, fat_count, first_of_directory, 0, _LEAST_STREAM, _END, 0, _END, 0)
    places = [*range(first_of_fat, first_of_fat + fat_count)]
    header += struct.pack("<109I", *places, *[_FREE] * (109 - fat_count))
    return header + b"".join(writer.sectors) + struct.pack(f"<{len(fat)}I", *fat)


def outlook_message(subject: str, attachments: Mapping[str, bytes | Tree]) -> bytes:
    """Return a msg file; an attachment that is a tree is an embedded message, such as `message_tree` makes."""
    return compound_file(message_tree(subject, attachments, header_bytes=32))


def message_tree(subject: str, attachments: Mapping[str, bytes | Tree] | None = None, *, header_bytes: int = 24) -> Tree:
    """Return the storages of one message."""
    tree: dict[str, bytes | Tree] = {
        "__properties_version1.0": b"\0" * header_bytes,
        "__substg1.0_001A001F": "IPM.Note".encode("utf-16-le"),
        "__substg1.0_0037001F": subject.encode("utf-16-le"),
        "__substg1.0_1000001F": f"Body of {subject}".encode("utf-16-le"),
        "__substg1.0_0C1A001F": "قاسم".encode("utf-16-le"),
    }
    for number, (name, content) in enumerate((attachments or {}).items()):
        held: dict[str, bytes | Tree] = {"__properties_version1.0": b"\0" * 8, "__substg1.0_3707001F": name.encode("utf-16-le")}
        held["__substg1.0_37010102" if isinstance(content, bytes) else "__substg1.0_3701000D"] = content
        tree[f"__attach_version1.0_#{number:08X}"] = held
    return tree
