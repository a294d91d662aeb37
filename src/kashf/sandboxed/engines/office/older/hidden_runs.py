"""Hidden text of Word 97 to 2003: where its letters stand, and what they are. Styles that hide are not followed. Source: MS-DOC."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

#: Magic number, first version that keeps its text in pieces, flag that tells which of two tables is in use. Source: MS-DOC 2.5.1.
_MAGIC, _PIECES_SINCE, _SECOND_TABLE = 0xA5EC, 0x00C1, 0x0200
#: Offsets of the places of the list of pages with properties of characters, and of the list of pieces. Source: MS-DOC 2.5.6.
_PAGES_AT, _PIECES_AT = 0x00FA, 0x01A2
_PAGE: Final = 512
#: Property of hidden letters; the sizes of what properties have, by the top three bits of their number. Source: MS-DOC 2.2.5.1, 2.6.1.
_HIDDEN: Final = 0x083C
_SIZES: Final = (1, 1, 2, 4, 2, 2, 0, 3)
_TABLE_HEAD, _TABS = 0xD608, 0xC615
#: Piece of letters of one byte each, which stand at half of the place. Source: MS-DOC 2.9.73.
_ONE_BYTE: Final = 1 << 30
#: Letters before hidden ones by which their place is found again.
_BEFORE: Final = 30


@dataclass(frozen=True, slots=True)
class _TextPiece:
    """Text that stands together: its place in the file, how many letters, and how many bytes each has."""

    at: int
    letters: int
    width: int


def hidden_texts(document: bytes, tables: tuple[bytes, bytes]) -> Iterator[tuple[str, str]]:
    """Yield what is hidden, each with some letters before it, in the order of the text; nothing for documents of before 1997.

    Args:
        document: The stream WordDocument.
        tables: The streams 0Table and 1Table.

    Raises:
        ValueError: It is damaged.
        struct.error: So too.
    """
    magic, version = struct.unpack_from("<HH", document)
    if magic != _MAGIC or version < _PIECES_SINCE:
        return
    table = tables[bool(struct.unpack_from("<H", document, 0x0A)[0] & _SECOND_TABLE)]
    ranges = sorted(_hidden_ranges(document, _part(document, table, _PAGES_AT)))
    for piece in _pieces(_part(document, table, _PIECES_AT)):
        end = piece.at + piece.letters * piece.width
        for first, last in ranges:
            start, stop = max(first, piece.at), min(last, end)
            if start < stop:
                encoding = "cp1252" if piece.width == 1 else "utf-16-le"
                before = document[max(piece.at, start - _BEFORE * piece.width) : start]
                yield before.decode(encoding, "replace"), document[start:stop].decode(encoding, "replace")


def _part(document: bytes, table: bytes, at: int) -> bytes:
    start, length = struct.unpack_from("<LL", document, at)
    return table[start : start + length]


def _hidden_ranges(document: bytes, pages: bytes) -> Iterator[tuple[int, int]]:
    """Yield the places in the file between which letters are hidden."""
    count = max(0, len(pages) - 4) // 8
    for number in struct.unpack_from(f"<{count}L", pages, 4 * (count + 1)):
        at = (number & 0x3FFFFF) * _PAGE
        page = document[at : at + _PAGE]
        if len(page) < _PAGE:
            raise ValueError("a page of properties is missing")
        runs = page[-1]
        places = struct.unpack_from(f"<{runs + 1}L", page)
        for run in range(runs):
            offset = 2 * page[4 * (runs + 1) + run]
            if offset and _hides(page[offset + 1 : offset + 1 + page[offset]]):
                yield places[run], places[run + 1]


def _hides(properties: bytes) -> bool:
    at, is_hidden = 0, False
    while at + 2 < len(properties):
        number = int.from_bytes(properties[at : at + 2], "little")
        size = _SIZES[number >> 13]
        if number == _HIDDEN:
            is_hidden = properties[at + 2] not in (0, 0x80)
        if number >> 13 == 6:
            size = properties[at + 2] + 1 if number not in (_TABLE_HEAD, _TABS) else len(properties)
        at += 2 + size
    return is_hidden


def _pieces(complex_part: bytes) -> Iterator[_TextPiece]:
    """Yield the pieces of the text in its order."""
    at = 0
    while complex_part[at : at + 1] == b"\x01":
        at += 3 + int.from_bytes(complex_part[at + 1 : at + 3], "little")
    if complex_part[at : at + 1] != b"\x02":
        raise ValueError("there is no list of pieces")
    listed = complex_part[at + 5 : at + 5 + int.from_bytes(complex_part[at + 1 : at + 5], "little")]
    count = max(0, len(listed) - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}L", listed)
    for number in range(count):
        (place,) = struct.unpack_from("<L", listed, 4 * (count + 1) + 8 * number + 2)
        letters = max(0, ends[number + 1] - ends[number])
        yield _TextPiece((place & ~_ONE_BYTE) // 2, letters, 1) if place & _ONE_BYTE else _TextPiece(place, letters, 2)
