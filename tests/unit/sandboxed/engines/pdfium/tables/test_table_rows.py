from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kashf.sandboxed.engines.pdfium.glyphs.glyph import Glyph
from kashf.sandboxed.engines.pdfium.reading_order import read_with_certainty
from kashf.sandboxed.engines.pdfium.tables.page_strokes import Stroke
from kashf.sandboxed.engines.pdfium.tables.ruled_grid import RuledGrid, ruled_grids
from kashf.sandboxed.engines.pdfium.tables.table_rows import NO_ROOMS, Room, in_tables
from tests.drawn import glyphs, numbered, seen

#: Ends of the columns and of the rows, of which the second is twice as high as the first.
COLUMNS, ROWS = (0.0, 100.0, 200.0), (640.0, 660.0, 700.0, 720.0)


def table() -> list[RuledGrid]:
    lines = [Stroke(False, row, COLUMNS[0], COLUMNS[-1]) for row in ROWS]
    return ruled_grids([*lines, *(Stroke(True, column, ROWS[0], ROWS[-1]) for column in COLUMNS)])


def words(text: str, left: float, baseline: float) -> list[Glyph]:
    return glyphs(seen(text.split()), baseline=baseline, left=left)


def read(*parts: list[Glyph], rooms: Mapping[int, Room] = NO_ROOMS) -> str:
    found = numbered([glyph for part in parts for glyph in part])
    return read_with_certainty(found, (), table(), rooms)[0]


HEAD = [*words("الاسم", 120, 705), *words("البلد", 20, 705)]
LAST = [*words("سعد", 120, 645), *words("مصر", 20, 645)]


def test_a_row_is_a_line_whatever_the_order_in_which_its_cells_and_their_lines_were_drawn() -> None:
    cell = [*words("القرنفلي", 120, 670), *words("سالم كامل", 120, 685)]

    assert "كشف\nالاسم\tالبلد\nسالم كامل القرنفلي\tالسويد\nسعد\tمصر\nتوقيع" == read(
        words("كشف", 80, 760), HEAD, words("السويد", 20, 680), cell, LAST, words("توقيع", 20, 600)
    )


def test_an_empty_cell_keeps_its_place_before_another_and_is_nothing_at_the_end() -> None:
    assert "الاسم\tالبلد\n\tالسويد\nسعد\tمصر" == read(HEAD, words("السويد", 20, 680), LAST)
    assert "الاسم\tالبلد\nسالم\nسعد\tمصر" == read(HEAD, words("سالم", 120, 680), LAST)


def test_a_word_over_a_line_is_not_cut_and_words_drawn_at_once_are_where_they_begin() -> None:
    over = [replace(glyph, drawn=7) for glyph in words("سالم كامل القرنفلي", 70, 680)]

    assert "الاسم\tالبلد\nسالم كامل القرنفلي\nسعد\tمصر" == read(HEAD, over, LAST)


def test_what_is_shown_in_part_is_in_the_cell_where_it_is_shown() -> None:
    hidden = [replace(glyph, drawn=7) for glyph in words("سالم كامل القرنفلي الحداد", 60, 680)]
    other = [replace(glyph, drawn=8) for glyph in words("السويد", 62, 680)]

    assert "الاسم\tالبلد\nسالم كامل القرنفلي الحداد\tالسويد\nسعد\tمصر" == read(HEAD, hidden, other, LAST, rooms={7: (101, 199)})


def test_lines_side_by_side_in_cells_without_rules_between_them_are_rows() -> None:
    names, lands = ("سالم", "كامل", "بدر", "عمر"), ("مصر", "قطر", "هند", "صين")
    rows = [part for at in range(4) for part in (words(names[at], 120, 692 - 9 * at), words(lands[at], 20, 692 - 9 * at))]

    assert "الاسم\tالبلد\nسالم\tمصر\nكامل\tقطر\nبدر\tهند\nعمر\tصين\nسعد\tمصر" == read(HEAD, *rows, LAST)


def test_cells_with_pairs_of_their_own_are_read_line_by_line() -> None:
    pairs = [*words("الاسم: سالم", 120, 685), *words("البلد: مصر", 120, 670)]

    assert "الاسم\tالبلد\nالاسم: سالم\nالبلد: مصر\nسعد\tمصر" == read(HEAD, pairs, LAST)


def test_a_frame_that_has_little_in_it_leaves_lines_as_they_are() -> None:
    assert "سالم السويد\nسعد" == read([*words("السويد", 20, 680), *words("سالم", 120, 680)], words("سعد", 120, 645))
    assert {} == in_tables(words("سعد", 120, 645), table())


def test_cells_in_which_colons_come_first_are_read_as_a_spreadsheet_has_them() -> None:
    labels = [glyphs([*seen([word]), ":"], baseline=baseline, left=120) for word, baseline in (("الاسم", 705), ("البلد", 680))]

    assert "الاسم:\tسالم\nالبلد:\tمصر\nسعد\tمصر" == read(labels[0], words("سالم", 20, 705), labels[1], words("مصر", 20, 680), LAST)


def test_a_group_of_blood_has_its_sign_behind_it_in_a_table_read_from_the_right() -> None:
    group = glyphs(list("+O"), baseline=680, left=20)

    assert "الاسم\tالبلد\nسالم\tO+\nسعد\tمصر" == read(HEAD, words("سالم", 120, 680), group, LAST)
