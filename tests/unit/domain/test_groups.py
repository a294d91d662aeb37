from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.groups import Groups


def test_a_group_is_named_by_the_left_one_of_its_last_join() -> None:
    groups = Groups[str]()
    groups.join("b", "c")
    groups.join("a", "c")

    assert ["a", "a", "a", "d"] == [groups.find(item) for item in "abcd"]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12))
def test_two_are_in_one_group_exactly_when_joins_lead_from_one_to_the_other(joins: list[tuple[int, int]]) -> None:
    groups = Groups[int]()
    reached = {item: {item} for item in range(10)}
    for left, right in joins:
        groups.join(left, right)
        together = reached[left] | reached[right]
        for item in together:
            reached[item] = together

    assert all((groups.find(left) == groups.find(right)) == (right in reached[left]) for left in range(10) for right in range(10))
