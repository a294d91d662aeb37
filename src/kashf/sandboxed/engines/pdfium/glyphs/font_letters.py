"""What the glyphs of an embedded TrueType font stand for, by its own table (cmap), where the PDF does not say it."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

#: Fonts beyond this have tables for the scripts of all the world, and are not cut down for one document.
_MOST_BYTES = 8 << 20
#: A font with as many glyphs was cut down without giving them new numbers.
_RENUMBERED = 200
#: Segments of a table that are read.
_MOST_SEGMENTS = 4000
#: Largest code point, and most code points of one segment.
_LAST, _LONGEST = 0x10FFFF, 0x3000
#: Shares of the size by which a glyph is narrower or wider, with its ink, than the way of the pen.
_SLIP, _OVERHANG = 0.01, 0.12
_TABLES = struct.Struct(">4s4xII")


@dataclass(frozen=True, slots=True)
class FontLetters:
    """Glyphs of a font.

    Args:
        letters: What a glyph stands for, by its number.
        widths: How far the pen goes, by number, in shares of the size of the font.
        codes: The characters that the font has.
        is_renumbered: Whether its glyphs may have other numbers than those by which the page calls them.
    """

    letters: dict[int, str]
    widths: tuple[float, ...]
    codes: frozenset[str]
    is_renumbered: bool

    @classmethod
    def of(cls, untrusted_font: bytes) -> Self:
        """Return what a font says; nothing when it is no TrueType font or damaged."""
        try:
            return cls._read(untrusted_font[:_MOST_BYTES])
        except (struct.error, KeyError, ValueError, IndexError):
            return cls({}, (), frozenset(), True)

    @classmethod
    def _read(cls, font: bytes) -> Self:
        count = struct.unpack_from(">H", font, 4)[0]
        entries = (_TABLES.unpack_from(font, 12 + 16 * place) for place in range(count))
        tables = {tag: font[offset : offset + length] for tag, offset, length in entries}
        is_renumbered = struct.unpack_from(">H", tables[b"maxp"], 4)[0] < _RENUMBERED
        letters: dict[int, str] = {}
        pairs = list(_pairs(tables[b"cmap"]))
        for glyph, code in pairs:
            if glyph not in letters or len(letters[glyph]) < len(_letter(code)):
                letters[glyph] = _letter(code)
        per_size = struct.unpack_from(">H", tables[b"head"], 18)[0] or 1
        wide = struct.unpack_from(">H", tables[b"hhea"], 34)[0]
        advances = struct.unpack_from(">" + "H2x" * wide, tables[b"hmtx"])
        return cls(letters, tuple(advance / per_size for advance in advances), frozenset(chr(code) for _, code in pairs), is_renumbered)

    def letter(self, glyph: int, width: float) -> str:
        """Return what a glyph stands for; empty when it is unknown, or when what was drawn, `width` sizes wide, is another one."""
        known = self.widths[min(glyph, len(self.widths) - 1)] if self.widths else -1.0
        is_same = known == 0.0 or known - _SLIP <= width <= known + _OVERHANG
        return self.letters.get(glyph, "") if is_same else ""


def _letter(code: int) -> str:
    return unicodedata.normalize("NFKC", chr(code)).strip()


def _pairs(table: bytes) -> Iterator[tuple[int, int]]:
    """Yield glyph and code point of each letter of the tables for Unicode."""
    count = struct.unpack_from(">H", table, 2)[0]
    for place in range(count):
        platform, _, offset = struct.unpack_from(">HHI", table, 4 + 8 * place)
        kind = struct.unpack_from(">H", table, offset)[0]
        if platform in {0, 3} and kind in {4, 12}:
            yield from _by_ranges(table[offset:]) if kind == 12 else _by_segments(table[offset:])


def _by_ranges(table: bytes) -> Iterator[tuple[int, int]]:
    for place in range(min(struct.unpack_from(">I", table, 12)[0], _MOST_SEGMENTS)):
        first, last, glyph = struct.unpack_from(">III", table, 16 + 12 * place)
        for code in range(first, min(last, first + _LONGEST, _LAST) + 1):
            yield glyph + code - first, code


def _by_segments(table: bytes) -> Iterator[tuple[int, int]]:
    count = struct.unpack_from(">H", table, 6)[0] // 2
    ends, starts, deltas, offsets = (struct.unpack_from(f">{count}H", table, 14 + 2 * part * count + 2 * (part > 0)) for part in range(4))
    base = 16 + 6 * count
    for place, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = struct.unpack_from(">H", table, base + 2 * place + offset + 2 * (code - first))[0] if offset else code
            if glyph or not offset:
                yield (glyph + delta) & 0xFFFF, code
