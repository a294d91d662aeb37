from __future__ import annotations

from kashf.entities.forms import cells as cut
from kashf.entities.forms.cells import cells


def test_a_line_that_comes_again_is_cut_once_and_stands_where_it_stands() -> None:
    cut._cells_of_line.cache_clear()
    text = "1. Name: Omar\r\nBlood group: unknown\n\n1. Name: Omar"

    first, _, again = cells(text)

    assert ["Name", "Name"] == [text[cell.label : cell.label_end] for cell in (first, again)]
    assert [(0, 0, "1"), (3, 37, "1")] == [(cell.line, cell.start, cell.number) for cell in (first, again)]
    assert 3 == cut._cells_of_line.cache_info().misses  # two lines, and the empty one


def test_a_line_of_prose_is_cut_like_any_other_but_not_remembered() -> None:
    cut._cells_of_line.cache_clear()
    text = f"Remarks: {'word ' * 100}"

    (cell,) = cells(text)

    # What stands behind the last line is an empty one.
    assert ("Remarks", 1) == (text[cell.label : cell.label_end], cut._cells_of_line.cache_info().currsize)
