from __future__ import annotations

from dataclasses import replace

from kashf.sandboxed.engines.pdfium.glyphs.glyph import Glyph
from kashf.sandboxed.engines.pdfium.mark_hosts import with_hosts
from kashf.sandboxed.engines.pdfium.reading_order import read_in_order
from tests.drawn import glyphs, seen


def marks_first(line: list[Glyph]) -> list[Glyph]:
    """Return a line whose marks were drawn before their letters, each by itself."""
    order = {glyph.index: 2 * place for place, glyph in enumerate(line)}
    return [replace(glyph, drawn=order[glyph.index] - 3 * glyph.is_mark + 3) for glyph in line]


def test_a_mark_that_stands_over_the_next_letter_belongs_to_the_one_it_was_drawn_with() -> None:
    line = marks_first(glyphs(seen(["قَسَوَرَةُ", "بَدَرَ"])))
    moved = [replace(glyph, pen=glyph.pen - 4, left=glyph.left - 4, right=glyph.right - 4) if glyph.index == 3 else glyph for glyph in line]

    assert "قَسَوَرَةُ بَدَرَ" == read_in_order(moved)


def test_no_letter_is_said_where_all_marks_were_drawn_last() -> None:
    line = [replace(glyph, drawn=glyph.index + 99 * glyph.is_mark) for glyph in glyphs(seen(["قَسَوَرَةُ", "بَدَرَ"]))]

    assert {-1} == {glyph.host for glyph in with_hosts(line)}
