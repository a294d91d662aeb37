from __future__ import annotations

from kashf.sandboxed.engines.pdfium.tables.page_strokes import Stroke
from kashf.sandboxed.engines.pdfium.tables.ruled_grid import GridCell as Cell
from kashf.sandboxed.engines.pdfium.tables.ruled_grid import RuledGrid, ruled_grids


def level(*heights: float, begin: float = 0, end: float = 90) -> list[Stroke]:
    return [Stroke(False, height, begin, end) for height in heights]


def upright(*places: float, begin: float = 0, end: float = 60) -> list[Stroke]:
    return [Stroke(True, place, begin, end) for place in places]


def only(lines: list[Stroke]) -> RuledGrid:
    (grid,) = ruled_grids(lines)
    return grid


def test_cells_are_counted_from_the_top_and_the_left() -> None:
    grid = only([*level(0, 20, 40, 60), *upright(0, 30, 90)])

    assert [Cell(0, 0), Cell(0, 1), Cell(2, 1), None] == [grid.at(x, y) for x, y in ((5, 50), (40, 50), (40, 5), (95, 5))]


def test_lines_drawn_cell_by_cell_with_a_miss_are_one_table() -> None:
    boxes = [(x, y, x + 30, y + 20) for x in (0, 30.5, 61) for y in (0, 20.4, 40.8)]
    lines = [
        each
        for left, low, right, top in boxes
        for each in (*level(low, top, begin=left, end=right), *upright(left, right, begin=low, end=top))
    ]

    assert [Cell(2, 0), Cell(0, 2)] == [only(lines).at(15, 10), only(lines).at(80, 50)]


def test_a_cell_over_two_columns_or_two_rows_is_one() -> None:
    lines = [*level(0, 40, 60), *level(20, begin=30), *upright(0, 90), *upright(30, end=40), *upright(60, end=20)]
    grid = only(lines)

    assert {Cell(0, 0)} == {grid.at(5, 50), grid.at(80, 50)}
    assert {Cell(1, 0)} == {grid.at(5, 30), grid.at(5, 10)}
    assert [[Cell(0, 0)], [Cell(1, 0), Cell(1, 1)], [None, Cell(2, 1), Cell(2, 2)]] == [grid.row_of(row) for row in range(3)]


def test_a_table_that_is_open_at_its_sides_has_them_where_its_lines_end() -> None:
    grid = only([*level(0, 20, 40), *upright(30, 60, end=40)])

    assert [Cell(0, 0), Cell(0, 2), None] == [grid.at(5, 30), grid.at(85, 30), grid.at(95, 30)]


def test_a_frame_a_line_through_it_and_lines_under_words_are_no_table() -> None:
    frame = [*level(0, 60), *upright(0, 90)]

    assert [[]] * 3 == [ruled_grids(lines) for lines in (frame, [*frame, *upright(45)], level(0, 20, 40))]


def test_a_sheet_for_plotting_is_no_table() -> None:
    assert [] == ruled_grids([*level(*range(0, 4000, 9), end=4000), *upright(*range(0, 4000, 9), end=4000)])


def test_two_tables_on_a_page_are_two() -> None:
    lower = [*level(0, 20, 40), *upright(0, 30, 90, end=40)]
    higher = [each._replace(at=each.at + 100) if not each.is_upright else each._replace(begin=100, end=140) for each in lower]

    assert [0, 100] == sorted(round(grid.rows[0]) for grid in ruled_grids([*lower, *higher]))
