"""Which numbers rows are known by is told from the rows."""

from __future__ import annotations

from kashf.entities.list_pairs.row_numbers import NumberTrial, known_by, try_numbers
from tests.unit.entities.list_pairs.listed import KINDS, NAMES, rows


def trial(left: list[str], right: list[str]) -> NumberTrial:
    lists = (rows(*((NAMES[at], number) for at, number in enumerate(numbers))) for numbers in (left, right))
    (found,) = try_numbers(*lists, KINDS)
    return found


def test_a_number_that_is_one_mans_in_both_lists_is_a_key() -> None:
    found = trial([f"2040{at}" for at in range(6)], [f"2040{at}" for at in range(6)])

    assert (True, 6, 6, 1) == (found.is_key, found.named, found.agreeing, known_by([found]))


def test_a_column_that_counts_rows_of_another_order_is_none() -> None:
    found = trial([f"{1000 + at}" for at in range(6)], [f"{1001 + at}" for at in range(6)])

    assert (False, True, 5, 0, None) == (found.is_key, found.is_counter, found.shared, found.agreeing, known_by([found]))


def test_what_may_be_an_amount_is_none_until_a_person_says_so() -> None:
    found = trial(["385", "278", "179", "308", "450", "219"], ["385", "278", "179", "308", "450", "219"])

    assert (False, True, 6, 6) == (found.is_key, found.is_short, found.named, found.agreeing)


def test_a_column_of_words_or_of_numbers_that_rows_share_is_not_tried() -> None:
    shared = rows(*((name, "2040") for name in NAMES))
    words = rows(*((name, name) for name in NAMES))

    assert ((), ()) == (try_numbers(shared, shared, KINDS), try_numbers(words, words, KINDS))
