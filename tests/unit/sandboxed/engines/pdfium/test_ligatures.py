from __future__ import annotations

from kashf.sandboxed.engines.pdfium.glyphs.glyph import Glyph
from kashf.sandboxed.engines.pdfium.ligatures import joined
from kashf.sandboxed.engines.pdfium.reading_order import read_in_order
from tests.drawn import SIZE


def in_one_box(text: str, *, first: int = 0, left: float = 50.0, width: float = 8.0) -> list[Glyph]:
    return [Glyph(character, first + place, left, left, left + width, 700.0, SIZE) for place, character in enumerate(text)]


def in_slices(text: str, *, width: float = 2.0) -> list[Glyph]:
    """Return characters that share one box, the first on its left."""
    return [Glyph(each, place, 50.0, 50 + width * place, 50 + width * (place + 1), 700.0, SIZE) for place, each in enumerate(text)]


def test_lam_alef_is_read_lam_first_whichever_way_it_was_found() -> None:
    assert ["لأ", "لأ"] == [joined(in_one_box(text))[0].text for text in ("لأ", "أل")]


def test_the_name_of_god_is_read_one_way_only() -> None:
    assert ["لله", "لله", "الله"] == [joined(in_one_box(text))[0].text for text in ("لله", "هلل", "هللا")]


def test_a_ligature_that_reads_both_ways_is_turned_with_its_line() -> None:
    beside = Glyph("د", 2, 40.0, 40.0, 50.0, 700.0, SIZE)

    assert ("حم", "مح") == (joined(in_one_box("حم"))[0].text, joined([*in_one_box("حم"), beside])[0].text)


def test_a_letter_in_one_box_with_its_marks_comes_first() -> None:
    assert ["نّ", "نّ"] == [joined(in_one_box(text))[0].text for text in ("\u0646\u0651", "\u0651\u0646")]


def test_slices_of_a_box_are_read_from_the_right_or_from_the_letter() -> None:
    assert ["الله", "دَ"] == [joined(in_slices(text))[0].text for text in ("هللا", "دَ")]


def test_a_letter_and_its_mark_that_both_say_both_are_said_once() -> None:
    mark = [Glyph(each, 2 + place, 52.0, 52.0, 54.0, 701.0, SIZE) for place, each in enumerate("نَ")]

    assert [("نَ", 50.0, 58.0)] == [(glyph.text, glyph.left, glyph.right) for glyph in joined([*in_one_box("نَ"), *mark])]


def test_equal_letters_side_by_side_are_both_read() -> None:
    assert "لالا" == read_in_order([*in_one_box("لا"), *in_one_box("لا", first=2, left=58.0)])


def test_halves_of_lam_alef_drawn_from_one_place_are_read_lam_first() -> None:
    alef, lam = Glyph("ا", 0, 50.0, 50.5, 58.0, 700.0, SIZE), Glyph("ل", 1, 50.0, 51.0, 57.0, 700.0, SIZE)

    assert "لا" == read_in_order([alef, lam])


def test_an_unknown_letter_under_a_mark_that_says_both_is_said_once() -> None:
    mark = [Glyph(each, place, 54.0, 54.0, 56.0, 701.0, SIZE) for place, each in enumerate("لَا")]
    letter = Glyph("\ufffd", 5, 50.0, 50.0, 58.0, 700.0, SIZE)

    assert [("لَا", 50.0, 58.0)] == [(glyph.text, glyph.left, glyph.right) for glyph in joined([*mark, letter])]


def test_an_unknown_letter_under_a_mark_that_says_only_itself_stays() -> None:
    mark, letter = Glyph("\u064e", 0, 54.0, 54.0, 56.0, 701.0, SIZE), Glyph("\ufffd", 1, 50.0, 50.0, 58.0, 700.0, SIZE)

    assert ["\u064e", "\ufffd"] == [glyph.text for glyph in joined([mark, letter])]


def test_what_the_page_states_is_believed_before_what_the_font_says() -> None:
    said = [Glyph(each, place, 50.0, 50.0, 58.0, 700.0, SIZE) for place, each in enumerate("\u064eلأ")]
    stated = Glyph("لأ\u064e", 4, 52.0, 52.0, 54.0, 702.0, SIZE, is_stated=True)

    assert ["لأ\u064e"] == [glyph.text for glyph in joined([*said, stated])]


def test_a_dot_that_is_called_by_its_letter_is_no_second_letter() -> None:
    letter, dot = Glyph("ج", 0, 50.0, 50.0, 58.0, 700.0, SIZE, drawn=2), Glyph("ج", 1, 53.0, 53.0, 54.0, 697.0, SIZE, drawn=1)
    beside = Glyph("ج", 2, 58.0, 58.0, 66.0, 700.0, SIZE, drawn=3)

    assert [letter, beside] == joined([letter, dot, beside])
