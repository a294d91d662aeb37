from __future__ import annotations

from kashf.sandboxed.ocr.columns import Band, find_layout, letter_height
from kashf.sandboxed.ocr.components import Components
from kashf.sandboxed.ocr.lines import Grey
from kashf.sandboxed.ocr.ruled_lines import NO_RULES, Rule, Rules
from tests.unit.sandboxed.ocr.pages import blank, write, written

COLUMN = 400


def _layout(page: Grey, rules: Rules = NO_RULES) -> tuple[Band, ...]:
    return find_layout(page < 128, letter=24, rules=rules)


def _in_columns(*, lines: int = 6, shift: int = 0) -> Grey:
    page = blank(1000, 600)
    for top in range(100, 100 + 60 * lines, 60):
        write(page, top, 60, 60 + COLUMN)
        write(page, top + shift, 540, 540 + COLUMN)
    return page


def test_running_text_in_two_columns_is_read_column_after_column() -> None:
    (band,) = _layout(_in_columns())

    assert [6, 6] == [len(column) for column in band.columns]
    assert all(line.cells[0][1] <= 500 for line in band.columns[0])


def test_columns_whose_lines_are_not_level_with_each_other_are_kept_apart() -> None:
    (band,) = _layout(_in_columns(shift=30))

    assert [6, 6] == [len(column) for column in band.columns]


def test_a_heading_over_columns_is_a_band_of_its_own() -> None:
    page = _in_columns()
    write(page, 30, 200, 800)

    assert [[1], [6, 6]] == [[len(column) for column in band.columns] for band in _layout(page)]


def test_three_columns_are_three() -> None:
    page = blank(1400, 600)
    for top in range(100, 460, 60):
        for left in (40, 490, 940):
            write(page, top, left, left + COLUMN)

    (band,) = _layout(page)

    assert [6, 6, 6] == [len(column) for column in band.columns]


def test_short_entries_side_by_side_are_the_cells_of_rows() -> None:
    page = blank(1000, 600)
    for top in range(100, 460, 60):
        write(page, top, 60, 160)
        write(page, top, 500, 640)

    (band,) = _layout(page)

    assert [[2] * 6] == [[len(line.cells) for line in column] for column in band.columns]


def test_two_signatures_side_by_side_are_no_columns() -> None:
    assert [1] == [len(band.columns) for band in _layout(_in_columns(lines=2))]


def test_cells_are_parted_where_an_upright_rule_stood() -> None:
    page = written(lines=2)
    page[:, 344:356] = 255

    (band,) = _layout(page, Rules(upright=(Rule(349, 0, 351, 200),)))

    assert [[344, 356], [344, 356]] == [[line.cells[0][1], line.cells[1][0]] for line in band.columns[0]]


def test_cells_of_a_table_end_where_their_writing_does_and_empty_ones_are_left_out() -> None:
    page = blank(700, 300)
    write(page, 100, 60, 152)
    write(page, 100, 190, 300)

    (band,) = _layout(page, Rules(upright=(Rule(30, 0, 32, 300), Rule(170, 0, 172, 300), Rule(320, 0, 322, 300))))

    assert [((60, 152), (190, 282))] == [line.cells for line in band.columns[0]]


def test_the_height_of_letters_is_not_that_of_dots_or_of_a_picture() -> None:
    page = written()
    page[400:480, 100:600] = 0
    page[55, 60:640:20] = 0

    assert 24 == letter_height(Components.of(page < 128))
