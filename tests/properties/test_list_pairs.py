"""Whatever two lists say, each row is in one place, both ways round."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kashf.entities.list_pairs.compare_rows import RowsAsked, RowsCompared, compare_rows
from tests.unit.entities.list_pairs.listed import KINDS, NAMES, rows

_NAMES = st.one_of(st.sampled_from(("", *NAMES, "وليد عمر الشمالي", "Walid", "Walid Shamali", "Bilal Hadad")), st.text(max_size=12))
_NUMBERS = st.one_of(st.sampled_from(("", "?", "20401", "20402", "20403")), st.text(max_size=6))
_LISTS = st.lists(
    st.tuples(_NAMES, _NUMBERS, st.sampled_from(("", "?", "one", "two")), st.sampled_from(("", "1980-03-10", "1980", "1991-01-01"))),
    max_size=9,
)


@given(left=_LISTS, right=_LISTS)
def test_each_row_is_in_exactly_one_place(left: list[tuple[str, ...]], right: list[tuple[str, ...]]) -> None:
    found = compare_rows(RowsAsked(rows(*left), rows(*right, document="b"), KINDS))

    for side, told in enumerate((left, right)):
        homes = sorted(set(found.again[side].homes))
        same = [pair.place(side) for pair in found.same]
        maybe = {pair.place(side) for pair in found.maybe}
        assert homes == sorted([*same, *maybe, *found.only[side], *found.unread[side], *found.crowded[side]])
        assert len(told) == len(homes) + found.again[side].again


@given(left=_LISTS, right=_LISTS)
def test_the_lists_turned_round_say_the_same(left: list[tuple[str, ...]], right: list[tuple[str, ...]]) -> None:
    one = compare_rows(RowsAsked(rows(*left), rows(*right, document="b"), KINDS))
    other = compare_rows(RowsAsked(rows(*right), rows(*left, document="b"), KINDS))

    assert _told(one, 0) == _told(other, 1)
    assert (one.number, one.only, one.unread) == (other.number, other.only[::-1], other.unread[::-1])


def _told(found: RowsCompared, first: int) -> set[tuple[int, int, str]]:
    return {(each.place(first), each.place(1 - first), each.by.value) for each in (*found.same, *found.maybe)}
