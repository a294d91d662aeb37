import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.entity import MentionType
from kashf.entities.screening.watchlist import WatchlistName, read_list
from kashf.errors import UsageError

PERSON, GROUP = MentionType.PERSON, MentionType.GROUP


def _read(text: str) -> tuple[WatchlistName, ...]:
    return read_list(text.encode(), name="list")


def test_a_table_gives_ids_types_and_aliases() -> None:
    assert (
        WatchlistName("p1", PERSON, ("Nadir al-Wardi", "Abu Salwa", "نادر الوردي")),
        WatchlistName("g1", GROUP, ("Lantern Company",)),
    ) == _read("id,name,type,aliases\np1,Nadir al-Wardi,person,Abu Salwa; نادر الوردي\ng1,Lantern Company,Company,\n")


@pytest.mark.parametrize("divider", [",", ";", "\t"])
def test_columns_may_be_divided_in_several_ways_and_lines_end_in_any(divider: str) -> None:
    assert (WatchlistName("a", PERSON, ("نادر",)), WatchlistName("b", PERSON, ("سلوى",))) == _read(
        f"id{divider}name\r\na{divider}نادر\r\nb{divider}سلوى"
    )


def test_a_byte_order_mark_and_utf_16_are_read() -> None:
    assert (
        _read("name\nنادر") == read_list("name\nنادر".encode("utf-16"), name="list") == read_list("\ufeffname\nنادر".encode(), name="list")
    )


def test_entities_of_follow_the_money_are_read_and_what_is_no_name_passed_over() -> None:
    lines = [
        {"id": "x", "schema": "Person", "properties": {"name": ["Nadir"], "weakAlias": ["Abu Salwa"], "birthDate": ["1970"]}},
        {"id": "y", "schema": "Sanction", "properties": {"entity": ["x"]}},
        {"id": "z", "schema": "Organization", "properties": {"name": "Lantern"}},
    ]

    assert (WatchlistName("x", PERSON, ("Nadir", "Abu Salwa")), WatchlistName("z", GROUP, ("Lantern",))) == _read(
        "\n".join(map(json.dumps, lines))
    )


def test_a_plain_list_has_a_name_a_line_and_line_numbers_for_ids() -> None:
    assert (WatchlistName("1", PERSON, ("نادر الوردي",)), WatchlistName("3", PERSON, ("Salwa",))) == _read("نادر الوردي\n\nSalwa\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "empty"),
        ("  \n \n", "empty"),
        ("id,alias\n1,x", "without a column"),
        ("id,name\n1,x,y", "line 2"),
        ("id,name\n1,", "line 2"),
        ("id,name\n1,x\n1,y", "duplicate id"),
        ("name,type\nx,Vessel", "line 2"),
        ('name\n"x', "line"),
        ('{"id": 1}', "line 1"),
        ("{broken", "line 1"),
        ("[" * 100_000, "one entity a line"),
        ('[{"id": "a", "schema": "Person", "properties": {"name": ["Nadir"]}}]', "one entity a line"),
        ("i\0d\0,\0n\0a\0m\0e\0", "zero bytes"),
        ("{" + '"a":{' * 100_000, "line 1"),
        ("name\n" + "x" * 5000, "line 2"),
        ("name\n", "no names"),
    ],
)
def test_a_list_that_cannot_be_read_is_refused_with_its_line(text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        _read(text)


def test_another_encoding_is_refused_with_its_line() -> None:
    with pytest.raises(UsageError, match="line 2: not in UTF-8"):
        read_list("name\nنادر".encode("cp1256"), name="list")


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_whatever_comes_is_read_or_refused(content: bytes) -> None:
    try:
        entries = read_list(content, name="list")
    except UsageError:
        return
    assert entries
    assert all(name.strip() for entry in entries for name in entry.names)
