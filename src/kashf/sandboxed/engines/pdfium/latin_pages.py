"""Pages without Arabic: pdfium's own text, but what stands in ruled tables row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import Any

from pypdfium2 import raw

from kashf.sandboxed.engines.pdfium.glyphs.glyph import Glyph
from kashf.sandboxed.engines.pdfium.reading_order import read_with_certainty
from kashf.sandboxed.engines.pdfium.tables.ruled_grid import RuledGrid
from kashf.sandboxed.engines.pdfium.tables.table_rows import Room, in_tables

#: Beyond it a character is counted twice by pdfium.
_LAST_SINGLE = "\uffff"
#: Share of the words of a table that pdfium must read too.
_SAME = 0.9


def read_latin(text_page: Any, glyphs: Sequence[Glyph], grids: Sequence[RuledGrid], rooms: Mapping[int, Room]) -> str:
    """Return what a page says, with each table where the first of it was found.

    It is pdfium's own text where the words of a table would be others than in that.
    """
    text = str(text_page.get_text_range()).replace("\r\n", "\n")
    tables = in_tables(glyphs, grids) if max(text, default="") <= _LAST_SINGLE else {}
    read = {at: read_with_certainty(some, (), [grids[at]], rooms)[0] for at, some in tables.items()}
    if not _are_words_of(text, " ".join(read.values())):
        return text
    stretches = _stretches(raw.FPDFText_CountChars(text_page), glyphs, tables)
    pieces = [read[at] if at >= 0 else _own(text_page, begin, end) for at, begin, end in stretches]
    return "\n".join(piece for piece in pieces if piece.strip()) if tables else text


def _are_words_of(text: str, read: str) -> bool:
    """Tell whether most of what was read are words of a text."""
    words = Counter(read.split())
    return (words & Counter(text.split())).total() >= _SAME * words.total()


def _own(text_page: Any, begin: int, end: int) -> str:
    return str(text_page.get_text_range(begin, end - begin)).replace("\r\n", "\n").strip("\n")


def _stretches(count: int, glyphs: Iterable[Glyph], tables: Mapping[int, Sequence[Glyph]]) -> Iterator[tuple[int, int, int]]:
    """Yield the table, -1 for none, and the ends of each stretch of a page, a table once, where it begins.

    Spaces and ends of lines that pdfium adds belong to what is before them.
    """
    owner = dict.fromkeys((glyph.index for glyph in glyphs), -1)
    owner |= {glyph.index: at for at, some in tables.items() for glyph in some}
    owners = list(accumulate(range(count), lambda before, place: owner.get(place, before), initial=-1))[1:]
    seen: set[int] = set()
    for table, places in groupby(range(count), owners.__getitem__):
        stretch = list(places)
        if table < 0 or table not in seen:
            seen.add(table)
            yield table, stretch[0], stretch[-1] + 1
