from __future__ import annotations

from dataclasses import replace

from kashf.sandboxed.engines.pdfium.glyphs.glyph import Glyph
from kashf.sandboxed.engines.pdfium.ligatures import joined
from kashf.sandboxed.engines.pdfium.reading_order import read_in_order
from tests.drawn import SIZE


def letter(text: str, index: int, left: float) -> Glyph:
    return Glyph(text, index, left, left, left + 8.0, 700.0, SIZE, drawn=index)


def mark(text: str, index: int, left: float, *, is_inferred: bool = True) -> Glyph:
    return Glyph(text, index, left + 3.0, left + 3.0, left + 5.0, 703.0, SIZE, drawn=index, is_inferred=is_inferred)


def test_marks_that_are_drawn_by_themselves_are_believed_before_those_that_a_letter_claims() -> None:
    line = [letter("مَ", 0, 50.0), mark("\u064f", 2, 50.0), letter("دَ", 3, 58.0), mark("\u0650", 5, 58.0)]

    assert "دِمُ" == read_in_order(line)


def test_a_hamza_that_is_drawn_by_itself_makes_another_letter_of_its_alef() -> None:
    line = [letter("أَ", 0, 50.0), mark("\u064e", 2, 50.0), mark("\u0655", 3, 49.5), letter("أَ", 4, 58.0), mark("\u0650", 6, 58.0)]

    assert "اِإَ" == read_in_order(line)


def test_letters_keep_the_marks_they_claim_where_the_page_names_its_marks() -> None:
    named = [mark("\u064f", 10 + place, 100.0 + 20 * place, is_inferred=False) for place in range(2)]
    line = [letter("مَ", 0, 50.0), mark("\u064f", 2, 50.0), *named]

    assert "مَ" in [glyph.text for glyph in joined(line)]


def test_what_the_page_itself_states_of_a_letter_is_kept() -> None:
    stated = replace(letter("مَ", 0, 50.0), is_stated=True)

    assert "مَ" == joined([stated, mark("\u064f", 2, 50.0), letter("دَ", 3, 58.0), mark("\u0650", 5, 58.0)])[0].text
