from __future__ import annotations

import pytest

from kashf.sandboxed.engines.merged_cells import MOST_COLUMNS, TableColumns


def columns(*rows: tuple[tuple[str, str], ...]) -> list[list[int]]:
    table = TableColumns()
    found = []
    for row in rows:
        table.begin_row(0)
        found.append([table.columns_before(*cell) for cell in row])
    return found


ONE = ("", "")


def test_a_cell_stands_behind_all_columns_that_others_cover() -> None:
    assert [[0, 1, 1], [1, 1], [0, 1, 1]] == columns((("", "2"), ONE, ONE), (ONE, ONE), (ONE, ONE, ONE))
    assert [[0, 1, 2], [0, 3], [0, 1, 2]] == columns((ONE, ("2", "2"), ONE), (ONE, ONE), (ONE, ("2", ""), ONE))


@pytest.mark.parametrize("said", ["0", "-1", "x", "٣", "1e9", "9" * 40])
def test_what_is_no_span_covers_one_cell(said: str) -> None:
    assert [[0, 1], [0, 1]] == columns(((said, said), ONE), (ONE, ONE))


def test_a_page_cannot_ask_for_more_columns_than_are_kept() -> None:
    (row,) = columns(tuple(("999999", "999999") for _ in range(50)))

    assert sum(row) <= MOST_COLUMNS
