from __future__ import annotations

from dataclasses import replace

from kashf.sandboxed.engines.pdfium.drawing_order import certainty_of_order, is_drawn_rightward, is_stacked, rows_as_drawn, unstacked
from kashf.sandboxed.engines.pdfium.glyphs.glyph import Glyph
from kashf.sandboxed.engines.pdfium.reading_order import read_in_order
from tests.drawn import SIZE, glyphs, seen

WORDS = ("وصل", "خالد", "إلى", "الوردة")


def drawn(line: list[Glyph], *, first: int = 0) -> list[Glyph]:
    return [replace(glyph, drawn=first + place) for place, glyph in enumerate(line)]


def slanted(line: list[Glyph]) -> list[Glyph]:
    """Return a line as Nastaliq has it: letters higher the further they are from the end of their word, and partly over the next."""
    return [replace(glyph, baseline=glyph.baseline + place % 3, pen=glyph.pen - 3 * (place % 3 == 2)) for place, glyph in enumerate(line)]


def test_a_line_drawn_letter_by_letter_from_the_left_is_told_from_one_drawn_as_it_is_read() -> None:
    line = glyphs(seen(WORDS))

    assert (True, False) == (is_drawn_rightward(drawn(line)), is_drawn_rightward(drawn(line[::-1])))


def test_letters_at_different_heights_are_stacked_and_lines_are_not() -> None:
    level = [*glyphs(seen(WORDS)), *glyphs(seen(WORDS), baseline=680.0, first=40)]

    assert (False, True) == (is_stacked(drawn(level)), is_stacked(drawn(slanted(level))))


def test_stacked_letters_are_read_in_the_order_in_which_they_were_drawn() -> None:
    page = [*slanted(glyphs(seen(WORDS))), *slanted(glyphs(seen(WORDS[::-1]), baseline=670.0, first=40))]

    assert " ".join(WORDS) + "\n" + " ".join(WORDS[::-1]) == read_in_order(drawn(page))


def test_parts_of_a_line_that_were_drawn_out_of_order_stand_in_it_by_their_place() -> None:
    left, right = glyphs(list("12")), glyphs(seen(["رقم"]), left=80.0, first=10)

    assert [[*left, *right]] == [[replace(glyph, drawn=-1) for glyph in row] for row in rows_as_drawn(drawn([*right, *left]))]


def test_only_letters_that_stand_on_each_other_change_places() -> None:
    over, under = Glyph("م", 1, 50.0, 50.0, 56.0, 700.0, SIZE, drawn=2), Glyph("ل", 2, 51.0, 51.0, 57.0, 700.0, SIZE, drawn=1)
    beside = Glyph("ن", 3, 60.0, 60.0, 66.0, 700.0, SIZE, drawn=0)

    assert [under, over, beside] == unstacked([over, under, beside])


def test_the_order_of_stacked_letters_is_less_sure_and_unknown_where_they_were_not_drawn_in_order() -> None:
    line = slanted(glyphs(seen(WORDS)))

    assert [1.0, 0.8, 0.0] == [certainty_of_order(each) for each in (drawn(glyphs(seen(WORDS))), drawn(line), drawn(line[::-1]))]
