"""Writes a storage inside an OLE file as an OLE file of its own, so that it is read like any other document. Source: MS-CFB."""

from __future__ import annotations

import itertools
import struct
from dataclasses import dataclass, field
from typing import Final

_SECTOR, _MINI_SECTOR, _LEAST_STREAM = 512, 64, 4096
_FREE, _END, _FAT_SECTOR, _DIFAT_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFC
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_HEADER_PLACES: Final = 109
_IN_A_SECTOR: Final = _SECTOR // 4

Streams = dict[tuple[str, ...], bytes]


@dataclass(slots=True)
class _Entry:
    name: str
    kind: int
    content: bytes = b""
    children: list[_Entry] = field(default_factory=list)
    first: int = 0
    size: int = 0


@dataclass(slots=True)
class _SectorChains:
    """Sectors of one size and the table that chains them."""

    sector: int
    content: bytearray = field(default_factory=bytearray)
    table: list[int] = field(default_factory=list)

    def add(self, content: bytes) -> int:
        """Return the first sector of some bytes, which are now kept."""
        if not content:
            return _END
        first = len(self.table)
        count = -(-len(content) // self.sector)
        self.content += content.ljust(count * self.sector, b"\0")
        self.table += [*range(first + 1, first + count), _END]
        return first


def compound(streams: Streams) -> bytes:
    """Return an OLE file with these streams, by path."""
    root = _tree(streams)
    entries = list(_listed(root))
    large, small = _SectorChains(_SECTOR), _SectorChains(_MINI_SECTOR)
    for entry in entries:
        if entry.kind == _STREAM:
            entry.first = (large if len(entry.content) >= _LEAST_STREAM else small).add(entry.content)
            entry.size = len(entry.content)
    root.first, root.size = large.add(bytes(small.content)), len(small.content)
    mini_table = large.add(_packed(small.table, fill=_FREE))
    directory = large.add(b"".join(_directory(entries)))
    return _file(large, directory=directory, mini_table=mini_table, mini_sectors=-(-len(small.table) // _IN_A_SECTOR))


def _tree(streams: Streams) -> _Entry:
    root = _Entry("Root Entry", _ROOT)
    storages: dict[tuple[str, ...], _Entry] = {(): root}
    for path, content in sorted(streams.items()):
        for depth in range(1, len(path)):
            if path[:depth] not in storages:
                storages[path[:depth]] = _Entry(path[depth - 1], _STORAGE)
                storages[path[: depth - 1]].children.append(storages[path[:depth]])
        storages[path[:-1]].children.append(_Entry(path[-1], _STREAM, content))
    return root


def _listed(entry: _Entry) -> list[_Entry]:
    return [entry, *(each for child in entry.children for each in _listed(child))]


def _directory(entries: list[_Entry]) -> list[bytes]:
    """Return the lines of the directory; brothers are chained to the right in their order, a tree that readers accept."""
    places = {id(entry): place for place, entry in enumerate(entries)}
    right: dict[int, int] = {}
    first_child: dict[int, int] = {}
    for entry in entries:
        brothers = sorted(entry.children, key=lambda each: (len(each.name), each.name.upper()))
        if brothers:
            first_child[id(entry)] = places[id(brothers[0])]
        right |= {id(one): places[id(other)] for one, other in itertools.pairwise(brothers)}
    lines = []
    for entry in entries:
        name = entry.name.encode("utf-16-le", "replace")[:62]
        head = name.ljust(64, b"\0") + struct.pack("<HBB", len(name) + 2, entry.kind, 1)
        links = struct.pack("<III", _FREE, right.get(id(entry), _FREE), first_child.get(id(entry), _FREE))
        lines.append(head + links + bytes(36) + struct.pack("<IQ", entry.first, entry.size))
    return lines


def _file(large: _SectorChains, *, directory: int, mini_table: int, mini_sectors: int) -> bytes:
    """Return header, sectors, and the table of sectors, with the list of its own places beyond the 109 that the header holds."""
    used = len(large.table)
    tables = more = 0
    while tables * _IN_A_SECTOR < used + tables + more:
        tables += 1
        more = max(0, -(-(tables - _HEADER_PLACES) // (_IN_A_SECTOR - 1)))
    places = [*range(used, used + tables)]
    table = _packed([*large.table, *[_FAT_SECTOR] * tables, *[_DIFAT_SECTOR] * more], fill=_FREE)
    lists = b""
    for number in range(more):
        start = _HEADER_PLACES + number * (_IN_A_SECTOR - 1)
        here = places[start : start + _IN_A_SECTOR - 1]
        following = used + tables + number + 1 if number + 1 < more else _END
        lists += _packed(here, fill=_FREE, length=_IN_A_SECTOR - 1) + struct.pack("<I", following)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIII", 0, tables, directory, 0, _LEAST_STREAM)
    header += struct.pack("<IIII", mini_table, mini_sectors, used + tables if more else _END, more)
    return header + _packed(places[:_HEADER_PLACES], fill=_FREE, length=_HEADER_PLACES) + bytes(large.content) + table + lists


def _packed(numbers: list[int], *, fill: int, length: int = 0) -> bytes:
    """Return numbers of four bytes, filled up to a length, or to whole sectors."""
    missing = length - len(numbers) if length else -len(numbers) % _IN_A_SECTOR
    return struct.pack(f"<{len(numbers) + missing}I", *numbers, *[fill] * missing)
