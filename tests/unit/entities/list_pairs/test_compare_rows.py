"""Rows of two lists are the same, perhaps the same, or in one list only."""

from __future__ import annotations

from kashf.domain.entity import Verdict
from kashf.domain.forms.template_fields import FieldKind
from kashf.entities.list_pairs.compare_rows import RowsAsked, compare_rows
from tests.unit.entities.list_pairs.listed import KINDS, NAMES, by_place, compared, doubts, rows

_NUMBERED = [(name, f"2040{at}", "one", "") for at, name in enumerate(NAMES)]


def test_rows_of_one_number_are_the_same_however_the_name_is_spelt_and_whatever_else_changed() -> None:
    right = [("وليد عمر الشمالي", "20400", "two", ""), *_NUMBERED[1:5], ("Nadim Fares Khatib", "20499", "one", "")]
    found = compared(_NUMBERED, right)

    assert (1, [(at, at, "number") for at in range(5)]) == (found.number, by_place(found))
    assert ((5,), (5,)) == found.only


def test_two_names_of_one_number_and_two_numbers_of_one_name_are_said_and_not_counted() -> None:
    many = [
        (f"{name} {more}", f"3{more[0]}{at}00", "one", "")
        for more in ("Sabbagh", "Rifai", "Halabi", "Qasim")
        for at, name in enumerate(NAMES)
    ]
    many = [(name, f"{50_000 + at}", unit, born) for at, (name, _, unit, born) in enumerate(many)]
    left = [*many, ("Nadim Fares Khatib", "70001", "", ""), ("Luay Rami Zayn", "70002", "", "")]
    right = [*many, ("Idris Taha Mansur", "70001", "", ""), ("Luay Rami Zayn", "70009", "", "")]
    found = compared(left, right)

    assert (24, [(24, 24, "one-number"), (25, 25, "two-numbers")]) == (len(found.same), doubts(found))
    assert found.maybe == found.clashes
    assert ((), ()) == found.only


def test_a_name_alone_is_never_enough() -> None:
    found = compared([(name,) for name in NAMES], [(name,) for name in NAMES[:3]])

    assert ([], [(at, at, "name-alone") for at in range(3)]) == (by_place(found), doubts(found))
    assert ((3, 4, 5), ()) == found.only


def test_a_name_and_a_birth_are_enough_and_another_birth_is_in_doubt() -> None:
    left = [(name, "", "", f"1980-03-{10 + at}") for at, name in enumerate(NAMES)]
    right = [left[0], (NAMES[1], "", "", "1985-01-01"), ("Nadim Fares Khatib", "", "", "1980-03-12")]
    found = compared(left, right)

    assert ([(0, 0, "answers")], []) == (by_place(found), doubts(found))
    assert ((1, 2, 3, 4, 5), (1, 2)) == found.only


def test_what_many_rows_answer_tells_nothing_and_what_few_answer_does() -> None:
    left = [(name, "", "one", "") for name in NAMES]
    found = compared(left, left)
    assert ([], 6) == (by_place(found), len(found.maybe))

    crowd = [(f"{name} {at}", "", f"unit {at}", "") for at in range(60) for name in NAMES]
    found = compared([*crowd, ("Nadim Fares Khatib", "", "unit 7000", "")], [("Nadim Fares Khatib", "", "unit 7000", "")])
    assert [(360, 0, "answers")] == by_place(found)


def test_of_two_rows_that_would_do_as_well_neither_is_taken() -> None:
    left = [(name, "", "", "1980-03-10") for name in NAMES]
    right = [(NAMES[0], "", "east", "1980-03-10"), (NAMES[0], "", "west", "1980-03-10")]
    found = compared(left, right)

    assert ([], [(0, 0, "several"), (0, 1, "several")]) == (by_place(found), doubts(found))


def test_a_row_that_stands_twice_is_one_and_one_without_name_or_number_is_counted_as_unread() -> None:
    left = [*_NUMBERED, _NUMBERED[0], ("", "", "one", "")]
    found = compared(left, _NUMBERED)

    assert (1, 0, 6, ((), ())) == (found.again[0].again, found.again[1].again, len(found.same), found.only)
    assert ((7,), ()) == found.unread


def test_what_people_decided_stands_above_all() -> None:
    left, right = rows(*((name,) for name in NAMES[:3])), rows((NAMES[0],), ("Nadim Fares Khatib",), (NAMES[2],), document="b")
    decided = {(0, 0): Verdict.DIFFERENT, (1, 1): Verdict.SAME}
    found = compare_rows(RowsAsked(left, right, KINDS, decided=decided))

    assert ([(1, 1, "decided")], [(2, 2, "name-alone")]) == (by_place(found), doubts(found))
    assert ((0,), (0,)) == found.only


def test_namesakes_of_a_crowd_are_told_as_not_compared_and_found_by_what_few_answer() -> None:
    left, right = ([("Mohammed Ahmed Ali", "", f"{side} {at}", "") for at in range(60)] for side in ("east", "west"))
    mine = ("Mohammed Ahmed Ali", "", "north", "1980-03-10")
    found = compared([*left, mine], [*right, mine])

    assert ([(60, 60, "answers")], []) == (by_place(found), doubts(found))
    assert (60, 60, ((), ())) == (*map(len, found.crowded), found.only)


def test_lists_without_names_are_held_against_each_other_by_their_numbers() -> None:
    left, right = ([("", f"{number}", "", "") for number in numbers] for numbers in ((20417, 20555, 20999), (20999, 20417, 20001)))
    found = compared(left, right)

    assert (1, [(0, 1, "number"), (2, 0, "number")], ((1,), (2,))) == (found.number, by_place(found), found.only)


def test_no_list_is_in_nothing() -> None:
    found = compare_rows(RowsAsked([], rows(("Salim Q.",)), (FieldKind.NAME,) * 4))

    assert ((), ((), (0,))) == (found.same, found.only)
