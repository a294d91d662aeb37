import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.entity import MentionType
from kashf.entities.screening.watchlist import WatchlistName, read_list
from kashf.errors import UsageError

PERSON, GROUP = MentionType.PERSON, MentionType.GROUP


def _read(text: str) -> tuple[WatchlistName, ...]:
    return read_list(text, name="list").entries


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


def test_a_byte_order_mark_is_no_letter_of_a_heading() -> None:
    assert _read("name\nنادر") == _read("\ufeffname\nنادر")


@pytest.mark.parametrize("heading", ["الاسم", "الاسم الكامل", "Full Name", "nom", "اسم الشخص"])
@pytest.mark.parametrize("divider", [",", ";", "\t"])
def test_headings_may_be_in_arabic_and_it_is_told_which_column_was_taken(heading: str, divider: str) -> None:
    found = read_list(f"رقم{divider}{heading}{divider}تاريخ الميلاد\n7{divider}نادر الوردي{divider}1970\n", name="list")

    assert (WatchlistName("7", PERSON, ("نادر الوردي",), ("تاريخ الميلاد: 1970",)),) == found.entries
    assert (heading, 3) == (found.column, len(found.columns))


def test_given_name_and_family_make_a_name() -> None:
    found = read_list("first_name,last_name\nNadir,al-Wardi\n", name="list")

    assert (("Nadir al-Wardi",), "first_name + last_name") == (found.entries[0].names, found.column)


def test_a_name_may_go_over_the_end_of_a_line() -> None:
    assert (WatchlistName("2", PERSON, ("Nadir al-Wardi",)), WatchlistName("4", PERSON, ("Salwa",))) == _read(
        'name,note\n"Nadir\nal-Wardi",x\nSalwa,y\n'
    )


def test_an_array_of_entities_or_of_names_is_read() -> None:
    entities = [
        {"id": "a", "schema": "Person", "properties": {"name": ["Nadir"], "birthDate": ["1970"]}},
        {"id": "b", "schema": "Sanction"},
    ]
    entities[1]["properties"] = {}

    assert (WatchlistName("a", PERSON, ("Nadir",), ("birthDate: 1970",)),) == _read(json.dumps(entities))
    assert (WatchlistName("1", PERSON, ("Nadir",)),) == _read('["Nadir"]')


def test_entities_of_follow_the_money_are_read_and_what_is_no_name_passed_over() -> None:
    lines = [
        {"id": "x", "schema": "Person", "properties": {"name": ["Nadir"], "weakAlias": ["Abu Salwa"], "birthDate": ["1970"]}},
        {"id": "y", "schema": "Sanction", "properties": {"entity": ["x"]}},
        {"id": "z", "schema": "Organization", "properties": {"name": "Lantern"}},
    ]

    assert (WatchlistName("x", PERSON, ("Nadir", "Abu Salwa"), ("birthDate: 1970",)), WatchlistName("z", GROUP, ("Lantern",))) == _read(
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
        ("id,name\n1,", "no names"),
        ("id,name\n1,x\n1,y", "duplicate id"),
        ("name,type\nx,Vessel", "line 2"),
        ('name\n"x', "line"),
        ('{"id": 1}', "without a column"),
        ("{broken", "line 1"),
        ("[" * 100_000, "one JSON array"),
        ("[1, 2]", "line 1"),
        ("{" + '"a":{' * 100_000, "line 1"),
        ("name\n" + "x" * 5000, "no names"),
        ("name\n", "no names"),
    ],
)
def test_a_list_that_cannot_be_read_is_refused_with_its_line(text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        _read(text)


def test_entries_without_a_name_are_told_and_the_others_read() -> None:
    found = read_list("Omar\nal-\n" + "x" * 301 + "\n---\nNadir\n", name="list")

    assert ["Omar", "Nadir"] == [entry.names[0] for entry in found.entries]
    assert [(2, "no-name"), (3, "too-long"), (4, "no-name")] == [(each.line, each.why) for each in found.nameless]


def test_an_id_that_is_zero_is_that_id() -> None:
    assert ["0", "1"] == [entry.id for entry in _read('[{"id": 0, "name": "Omar al-Wardi"}, {"id": 1, "name": "Nadir"}]')]


def test_an_array_of_plain_objects_is_read_as_rows() -> None:
    (first, second) = _read('[{"id": 7, "name": "Omar al-Wardi", "aliases": ["Abu Omar"]}, "Nadir"]')

    assert ("7", ("Omar al-Wardi", "Abu Omar"), ("Nadir",)) == (first.id, first.names, second.names)


@given(st.text(max_size=200))
def test_whatever_comes_is_read_or_refused(content: str) -> None:
    try:
        entries = read_list(content, name="list").entries
    except UsageError:
        return
    assert entries
    assert all(name.strip() for entry in entries for name in entry.names)
