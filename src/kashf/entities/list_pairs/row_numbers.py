"""Which column of two lists has numbers that rows are known by, and which only counts rows or sums: told from the rows themselves.

A number is one man's in both lists. So rows of one number must have names that may be one, and rows of one name one number, in nearly all
cases; a column that counts rows from one fails the first, an amount that was paid the second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kashf.domain.forms.template_fields import FieldKind, ValueType
from kashf.entities.form_people.compare_people import Agreement, names_agree, prepared
from kashf.entities.list_pairs.listed_row import ListedRow

#: Share of rows that answer the column at the least.
_ANSWERED: Final = 0.5
#: Share of the answers that have a digit and are no other name's, of the rows of one number whose names may be one, and of the rows of one
#: name whose numbers are one; of a few that may be all but one, since one slip is no share.
_NEARLY_ALL: Final = 0.95
_FEW: Final = 4
#: Share of the numbers that have the signs that most have, and how many signs that is at the least: what is shorter may be an amount.
_OF_ONE_LENGTH: Final = 0.9
_FEWEST_SIGNS: Final = 4
#: Share of the steps from one row to the next that are one, where a column counts rows; some rows are left out, some read wrongly.
_STEPS: Final = 0.7
#: Rows of one number, or of one name, that are looked at.
_LOOKED_AT: Final = 2_000
#: Where rows have no names, the share of the shorter list's numbers that the other list must have.
_SHARED: Final = 0.5
_NO_NUMBER: Final = frozenset({ValueType.NAME, ValueType.DATE, ValueType.PHONE, ValueType.NATION, ValueType.PLACE, ValueType.YES_NO})


@dataclass(frozen=True, slots=True)
class NumberTrial:
    """What became of a column of numbers.

    Args:
        column: Which.
        shared: Numbers that one row of each list has.
        named: Of these, those that were looked at, since both rows have a name.
        agreeing: Of these, those whose names may be one.
        is_counter: Whether it counts the rows of a list, one after the other; a roll that was numbered in order does too.
        is_short: Whether it may as well be an amount, so that only a person says that rows are known by it.
        is_key: Whether rows are known by it.
    """

    column: int
    shared: int
    named: int
    agreeing: int
    is_counter: bool
    is_short: bool
    is_key: bool


def try_numbers(left: Sequence[ListedRow], right: Sequence[ListedRow], kinds: Sequence[FieldKind]) -> tuple[NumberTrial, ...]:
    """Return what became of each column that has a number of its own in nearly each row of both lists, or counts the rows of one.

    Args:
        left: The rows of one list, in order.
        right: Those of the other.
        kinds: What each column asks.
    """
    columns = (at for at, kind in enumerate(kinds) if kind.traits.type not in _NO_NUMBER)
    return tuple(_trial(left, right, at) for at in columns if _is_number(left, right, at))


def known_by(trials: Iterable[NumberTrial]) -> int | None:
    """Return the column that rows are known by: of several the one that the most rows of both lists share; None for none."""
    keys = [each for each in trials if each.is_key]
    return max(keys, key=lambda each: (each.shared, -each.column)).column if keys else None


def _is_number(left: Sequence[ListedRow], right: Sequence[ListedRow], column: int) -> bool:
    has_own = _has_own_numbers(left, column) and _has_own_numbers(right, column)
    return has_own or _counts(left, column) or _counts(right, column)


def _has_own_numbers(rows: Sequence[ListedRow], column: int) -> bool:
    told = [answer for row in rows if (answer := row.answer(column))]
    numbers = [each for each in told if any(sign.isdigit() for sign in each)]
    enough = len(told) >= _ANSWERED * len(rows) and _nearly_all(len(numbers), len(told))
    bearers = {(answer, prepared(row.person.name).key) for row in rows if (answer := row.answer(column))}
    return bool(told) and enough and _nearly_all(len(set(told)), len(bearers))


def _trial(left: Sequence[ListedRow], right: Sequence[ListedRow], column: int) -> NumberTrial:
    mine, theirs = (_unique((row.answer(column), row) for row in rows) for rows in (left, right))
    pairs = [(mine[number], theirs[number]) for number in sorted(mine.keys() & theirs.keys())]
    told = [names_agree(one.person.name, other.person.name) for one, other in pairs[:_LOOKED_AT]]
    named = [each for each in told if each is not Agreement.SILENT]
    agreeing = sum(each is not Agreement.DIFFERS for each in named)
    is_counter = _counts(left, column) or _counts(right, column)
    has_own = _has_own_numbers(left, column) and _has_own_numbers(right, column)
    is_short = not (_has_one_length(left, column) and _has_one_length(right, column))
    if named:
        is_key = _nearly_all(agreeing, len(named)) and _one_number_a_name(left, right, column)
    else:
        is_key = not is_counter and bool(pairs) and len(pairs) >= _SHARED * min(len(mine), len(theirs))
    return NumberTrial(column, len(pairs), len(named), agreeing, is_counter, is_short, is_key=is_key and has_own and not is_short)


def _one_number_a_name(left: Sequence[ListedRow], right: Sequence[ListedRow], column: int) -> bool:
    """Return whether rows of one name, which no other row of their list has, have one number."""
    mine, theirs = (_unique((prepared(row.person.name).key, row) for row in rows if row.answer(column)) for rows in (left, right))
    names = sorted(mine.keys() & theirs.keys())[:_LOOKED_AT]
    same = sum(mine[name].answer(column) == theirs[name].answer(column) for name in names)
    return _nearly_all(same, len(names))


def _nearly_all(count: int, of: int) -> bool:
    return count >= _NEARLY_ALL * of or (of >= _FEW and of - count == 1)


def _has_one_length(rows: Sequence[ListedRow], column: int) -> bool:
    lengths = Counter(len(answer) for row in rows if (answer := row.answer(column)))
    most, count = max(lengths.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
    return most >= _FEWEST_SIGNS and count >= _OF_ONE_LENGTH * lengths.total()


def _unique(rows: Iterable[tuple[str, ListedRow]]) -> Mapping[str, ListedRow]:
    """Return rows by what only one of them has; "" is nobody's."""
    known = [(key, row) for key, row in rows if key]
    counts = Counter(key for key, _ in known)
    return {key: row for key, row in known if counts[key] == 1}


def _counts(rows: Sequence[ListedRow], column: int) -> bool:
    """Return whether a column counts the rows from the one to the next, as they stand."""
    numbers = list(_whole(rows, column))
    steps = [after - before for before, after in pairwise(numbers)]
    return bool(steps) and steps.count(1) >= _STEPS * len(steps)


def _whole(rows: Sequence[ListedRow], column: int) -> Iterator[int]:
    for row in rows:
        answer = row.answer(column)
        if answer.isdecimal() and len(answer) < 10:
            yield int(answer)
