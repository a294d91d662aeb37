from __future__ import annotations

import pytest

from kashf.entities.forms import cells as cut
from kashf.entities.forms.cells import cells, divided, without_leader


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


#: Code points of a row that never ended when each sign was tried with all that follow.
_PAGE = 20_000


@pytest.mark.parametrize(
    "signs", ['{"a":', "a:", "\u2003", "_ ", ". ", "...x", "a …", "7\u2003", "x" * 99 + ":", "5 a:", "|\u2003", "(a)"], ids=ascii
)
def test_a_page_that_is_one_row_of_signs_is_cut(signs: str) -> None:
    text = f"Name: {signs * (_PAGE // len(signs))}b: 7"

    found = [piece for cell in cells(text) for piece in divided(text, cell, {"name"})]

    assert found
    assert all(0 <= piece.start <= piece.value <= piece.end <= len(text) for piece in found)


@pytest.mark.parametrize(
    ("text", "kept"),
    [("Omar ....", "Omar"), ("Omar . ...", "Omar ."), ("Omar.", "Omar."), ("Omar _ __ .", "Omar _"), ("....", ""), ("", "")],
)
def test_a_value_ends_before_the_dots_on_which_it_is_written(text: str, kept: str) -> None:
    assert text[: without_leader(text, 0, len(text))] == kept


def test_a_row_of_dots_within_a_value_is_no_end_of_it() -> None:
    text = "." * _PAGE + "Omar"

    assert without_leader(text, 0, len(text)) == len(text)
