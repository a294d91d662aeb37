from __future__ import annotations

import pytest

from kashf.errors import UsageError
from kashf.services.questions.query_list import MOST_QUERIES, ListedQuery, QueryList, read_query_list


def read(text: str, name: str = "list.txt", column: str = "") -> list[tuple[int, str]]:
    return [(each.line, each.query) for each in read_query_list(text, name=name, column=column).queries]


def test_each_line_is_a_query_but_for_blank_lines_and_comments() -> None:
    assert [(3, "bridge NOT tower"), (5, '"الجسر القديم"')] == read('# ours\n\nbridge NOT tower\r\n  \n  "الجسر القديم"\n')


def test_a_byte_order_mark_and_other_line_ends_are_no_part_of_a_query() -> None:
    assert [(1, "bridge"), (2, "tower")] == read("\ufeffbridge\rtower\r")


@pytest.mark.parametrize("divider", [",", ";", "\t"])
def test_a_table_is_told_by_a_heading_of_its_first_line_and_the_column_is_said(divider: str) -> None:
    text = f'# saved in May\nid{divider}Search Term\n7{divider}bridge\n\n8{divider}"""old, mill"""\n'

    found = read_query_list(text, name="list.txt")

    assert QueryList((ListedQuery(3, "bridge"), ListedQuery(5, '"old, mill"')), "Search Term", ("id", "Search Term")) == found


def test_headings_are_known_in_arabic_with_and_without_the_article() -> None:
    assert [(2, "جسر")] == read("الرقم;كلمة البحث\n١;جسر\n")


def test_a_column_that_is_asked_for_is_the_one_that_is_read() -> None:
    assert [(2, "tower")] == read("query,theirs\nbridge,tower\n", column="Theirs")
    assert [(2, "tower")] == read("theirs\ntower\n", column="theirs")


def test_a_table_with_one_column_needs_no_heading() -> None:
    assert [(1, "bridge"), (2, "tower")] == read("bridge\ntower\n", "list.csv")
    assert [(2, "bridge")] == read("query\nbridge\n", "list.csv")


def test_what_excel_says_of_the_divider_is_no_heading() -> None:
    assert [(3, "bridge")] == read("sep=;\nnumber;query\n1;bridge\n")
    assert [(1, "sep=hammer")] == read("sep=hammer\n")


def test_commas_make_no_table_of_a_list() -> None:
    assert [(1, "bridge, tower"), (2, "mill, ford")] == read("bridge, tower\nmill, ford\n")


def test_a_row_without_the_column_keeps_its_place_so_that_it_is_told() -> None:
    assert [(2, ""), (3, "bridge")] == read("id,query\n1\n2,bridge\n")


def test_a_row_over_several_lines_is_told_by_the_line_on_which_it_begins() -> None:
    assert [(2, "bridge"), (4, "tower")] == read('query,why\nbridge,"two\nlines"\ntower,one\n')


@pytest.mark.parametrize(
    ("text", "name", "column", "told"),
    [
        ("", "list.txt", "", "no queries"),
        ("# only\n# comments\n", "list.txt", "", "no queries"),
        ("query,id\n", "list.csv", "", "no queries"),
        ("id,who\n1,x\n", "list.csv", "", "columns: id, who"),
        ("query,id\nx,1\n", "list.csv", "what", "no column called what"),
        ('query,id\nx,1\n"y,2\n', "list.csv", "", "line"),
        ("x\n" * (MOST_QUERIES + 1), "list.txt", "", "at most 5,000"),
    ],
)
def test_what_is_no_list_of_queries_is_refused_with_its_reason(text: str, name: str, column: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        read_query_list(text, name=name, column=column)


def test_a_line_longer_than_any_cell_of_a_table_is_one_query() -> None:
    assert [(1, "x" * 200_000)] == read("x" * 200_000)
