"""Two lists of a case are compared, with what people decided, and with each value in its place."""

from __future__ import annotations

import pytest

from kashf.domain.entity import Verdict
from kashf.domain.forms.form_families import RecordId
from kashf.entities.list_pairs.row_changes import RowChange
from kashf.errors import NotFoundError, UsageError
from kashf.services.case.open import WritableCase
from kashf.services.forms.decide_forms import join_values
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.lists.compared_rows import ListsAsked, compare_two_lists
from kashf.services.forms.lists.list_sides import list_side
from kashf.services.forms.lists.told_rows import name_of, told_pairs, told_rows
from kashf.services.forms.people.decide_people import join_people, take_back_record
from kashf.services.forms.told_families import families, field_named
from tests.unit.services.forms.filled import fill, sheet
from tests.unit.services.forms.lists.listed_cases import HEADINGS, ROWS, compared, table, two_lists

_MOVED = ("2", "Omar Salim Rifai", "30417", "4/5/1984", "Jordan", "Huda")
_NEW = ("5", "Walid Omar Shamali", "30999", "1/1/1990", "Syria", "Suad")


def test_who_is_in_both_who_in_one_and_what_changed_is_told_with_its_place(case: WritableCase) -> None:
    family, ids = two_lists(case, table(*ROWS), table(ROWS[2], _MOVED, ROWS[1], ROWS[3], _NEW))
    found = compared(case, family, ids)

    assert "Card number" == (found.number.left.field.label if found.number else "")
    assert [(0, 1), (1, 2), (2, 0), (3, 3)] == [pair[:2] for pair in found.found.same]
    ((pair, _),) = found.changed
    (told,) = told_pairs(case.reading, found, [pair])
    (change,) = told.changes
    assert change.before is not None
    assert change.after is not None
    assert (RowChange.CHANGED, "nationality") == (change.how, change.column.left.key)
    for (_, value), id, words in zip((change.before, change.after), ids, ("Syria", "Jordan"), strict=True):
        span = value.value.span
        assert span is not None
        page = case.reading.view.page(id, span.page)
        assert page is not None
        assert words == value.value.text == page.text[span.start : span.end]
    names = [[name_of(row) for row in told_rows(case.reading, found, side, found.found.only[side])] for side in (0, 1)]
    assert [["Samir Adnan Warraq"], ["Walid Omar Shamali"]] == [[each[1].value.text for each in some if each] for some in names]


def test_a_number_is_not_used_where_somebody_says_so(case: WritableCase) -> None:
    family, ids = two_lists(case, table(*ROWS), table(*ROWS))
    found = compared(case, family, ids, number="none")

    assert (None, {"answers"}, 5) == (found.number, {pair.by.value for pair in found.found.same}, len(found.found.same))
    with pytest.raises(NotFoundError):
        compared(case, family, ids, number="rank")


def test_what_people_decided_about_two_rows_is_followed_and_taken_back(case: WritableCase) -> None:
    bare = ("No", "Name", "Unit", "Rank")
    left = table(*((row[0], row[1], "north", "guard") for row in ROWS), headings=bare)
    right = table(*((row[0], row[1], "north", "guard") for row in ROWS[:4]), ("5", "Hamza Fares Attar", "north", "guard"), headings=bare)
    family, ids = two_lists(case, left, right)
    assert (0, 4) == (len((found := compared(case, family, ids)).found.same), len(found.found.maybe))

    one = join_people(case, RecordId(ids[0], 1), RecordId(ids[1], 1))
    join_people(case, RecordId(ids[0], 2), RecordId(ids[1], 2), verdict=Verdict.DIFFERENT)
    found = compared(case, family, ids)
    assert (["decided"], 2) == ([pair.by.value for pair in found.found.same], len(found.found.maybe))
    assert ((1, 4), (1, 4)) == found.found.only

    take_back_record(case, one.id)
    assert 3 == len(compared(case, family, ids).found.maybe)


def test_values_that_people_joined_are_no_change(case: WritableCase) -> None:
    family, ids = two_lists(case, table(*ROWS), table(("1", "Omar Salim Rifai", "30417", "4/5/1984", "Bilad", "Huda"), *ROWS[1:]))
    assert 1 == len(compared(case, family, ids).changed)

    join_values(case, family, field_named(family, "nationality"), ("Syria", "Bilad"), verdict=Verdict.SAME)
    assert () == compared(case, family, ids).changed


def test_forms_are_held_against_a_list(case: WritableCase) -> None:
    headings = ("No", "Name", "Mother's name", "Nationality")
    rows = [
        ("1", "Salim Q.", "Mother of Salim", "Arcadia"),
        ("2", "Somebody Else", "Nobody", "Arcadia"),
        ("3", "Nadim Fares", "Rima", "Egypt"),
    ]
    fill(case, table(*rows, headings=headings), *(sheet(at) for at in range(8)))
    keep_families(case)
    forms, listed = families(case.reading).families
    found = compare_two_lists(case.reading, ListsAsked(list_side(case.reading, forms.id), list_side(case.reading, listed.id)))

    pairs = [*found.found.same, *found.found.maybe]
    assert [("name", "name"), ("mother s name", "mother s name"), ("nationality", "nationality")] == [
        (column.left.key, column.right.key) for column in found.columns
    ]
    assert (1, 7, 2) == (len(pairs), *map(len, found.found.only))
    (told,) = told_pairs(case.reading, found, pairs)
    assert "1) Name: Salim Q." in "".join(page.text for page in case.reading.view.pages(told.left.form.id.document))


def test_one_list_or_too_long_a_one_is_refused(case: WritableCase) -> None:
    family, ids = two_lists(case, table(*ROWS), table(*ROWS[1:], headings=HEADINGS))
    whole = list_side(case.reading, family.id)

    with pytest.raises(UsageError, match="one list is part of the other"):
        compare_two_lists(case.reading, ListsAsked(whole, list_side(case.reading, f"{family.id}/{ids[0]}")))
    sides = (list_side(case.reading, f"{family.id}/{id}") for id in ids)
    with pytest.raises(UsageError, match="5 rows are more than the 4"):
        compare_two_lists(case.reading, ListsAsked(*sides), most=4)


def test_rows_that_are_no_records_are_counted_for_each_list_apart(case: WritableCase) -> None:
    family, ids = two_lists(case, table(*ROWS) + "\nTotal\t\t\t5\t\t", table(*ROWS))
    found = compared(case, family, ids)

    assert (["sum"], []) == ([*found.left_out[0]], [*found.left_out[1]])
