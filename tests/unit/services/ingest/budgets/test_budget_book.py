"""What is spent counts to the received file, whoever asks and in whatever order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.document import Reason
from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.ports.counted import received_costs
from kashf.ports.counted.received_costs import Cost, budget_for, within
from kashf.ports.engines import Limits
from kashf.services.ingest.budgets.budget_book import BudgetBook, cut_by_budget

OUTER, INNER, OTHER = (DocumentId(letter * 64) for letter in "abc")
SIZE = 1000
costs = st.builds(
    Cost,
    seconds=st.floats(0, 1000),
    stored_bytes=st.integers(0, 100 << 20),
    members=st.integers(0, 20_000),
    characters=st.integers(0, 2_000_000),
    names=st.integers(0, 300_000),
    rows=st.integers(0, 300_000),
)


@pytest.fixture
def _three_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(received_costs, "_DIFFERENT_NAMES", 3)


def placed(*keys: str, type: MentionType = MentionType.PERSON) -> list[PlacedMention]:
    return [PlacedMention(INNER, 1, NameKey(key), Mention(0, 1, key, type, "rules:name", 0.5)) for key in keys]


def opened(times: int = 1) -> BudgetBook:
    book = BudgetBook({OUTER: times})
    book.open(OUTER, SIZE)
    book.assign(INNER, OUTER)
    book.open(OTHER, SIZE)
    return book


@given(st.lists(costs, max_size=8))
def test_what_members_spend_is_left_to_nobody_in_their_file_and_to_all_in_others(spent: list[Cost]) -> None:
    book = opened()
    for cost in spent:
        book.spend(INNER, cost)

    whole, left = budget_for(SIZE).as_json(), book.left(INNER).as_json()
    together = sum(spent, Cost()).as_json()
    assert {name: max(0, whole[name] - took) for name, took in together.items()} == pytest.approx(left)
    assert budget_for(SIZE) == book.left(OTHER)


@given(costs)
def test_what_is_done_again_is_not_paid_twice(cost: Cost) -> None:
    book = opened()
    book.spend(INNER, cost)
    book.give_back(INNER, cost)

    assert budget_for(SIZE) == book.left(INNER)


def test_members_are_not_begun_once_the_file_has_cost_what_it_may_and_the_file_itself_is() -> None:
    book = opened()

    book.spend(INNER, Cost(stored_bytes=budget_for(SIZE).stored_bytes))

    assert "67,108,864 bytes of members" in book.used_up(INNER)
    assert "--more-for aaaaaaaaaaaa" in book.used_up(INNER)
    assert ("", "") == (book.used_up(OUTER), book.used_up(OTHER))
    assert book.left(OUTER).stored_bytes > 0


def test_a_file_that_is_worth_it_may_cost_more() -> None:
    book = opened(times=10)

    book.spend(INNER, Cost(stored_bytes=budget_for(SIZE).stored_bytes))

    assert not book.used_up(INNER)
    assert 9 * budget_for(SIZE).stored_bytes == book.left(INNER).stored_bytes


def test_the_last_byte_that_may_be_stored_is_and_the_next_is_not() -> None:
    book = opened()

    assert book.spend(INNER, Cost(stored_bytes=budget_for(SIZE).stored_bytes))
    assert not book.spend(INNER, Cost(stored_bytes=1))


@given(st.integers(0, 1 << 40))
def test_a_larger_file_may_cost_more_of_everything_and_no_file_less_than_the_limits_of_one(size: int) -> None:
    small, large = budget_for(size).as_json(), budget_for(2 * size + 1000).as_json()

    assert all(small[name] <= large[name] for name in small)
    assert all(small[name] >= getattr(Limits(), name) for name in ("seconds", "rows"))


@pytest.mark.parametrize(
    ("reason", "cost", "left", "is_cut"),
    [
        (Reason.TIMEOUT, Cost(seconds=120), Cost(500.0, 1 << 20, 10, 100), False),
        (Reason.TIMEOUT, Cost(seconds=5), Cost(5.0, 1 << 20, 10, 100), True),
        (Reason.TOO_LARGE, Cost(members=10), Cost(500.0, 1 << 20, 10, 100), True),
        (Reason.TOO_LARGE, Cost(characters=5), Cost(500.0, 64 << 20, 10, 100), False),
        (Reason.TOO_LARGE, Cost(characters=95), Cost(500.0, 64 << 20, 10, 100), True),
        (Reason.DAMAGED, Cost(members=10), Cost(500.0, 1 << 20, 10, 100), False),
        (None, Cost(members=10), Cost(500.0, 1 << 20, 10, 100), False),
    ],
)
def test_only_what_its_received_file_had_no_more_of_is_put_down_to_the_budget(
    reason: Reason | None, cost: Cost, left: Cost, is_cut: bool
) -> None:
    assert is_cut == cut_by_budget(reason, cost, within(Limits(), left), Limits())


@pytest.mark.usefixtures("_three_names")
def test_a_file_keeps_places_up_to_the_first_with_a_name_that_is_one_too_many_of_its_kind() -> None:
    book = opened()
    place, number = (placed(*"pqr", type=type) for type in (MentionType.PLACE, MentionType.PHONE))

    assert 3 == book.names_within(OUTER, placed("a", "b", "c"))
    assert 5 == book.names_within(OUTER, placed("a", "b", "a", "a", "c", "d", "a"))
    assert 9 == book.names_within(OUTER, [*placed("a", "b", "c"), *place, *number])
    assert 10 == book.names_within(OUTER, [*number, *placed("a", "b", "c"), *number, *placed("a", "d")])


@pytest.mark.usefixtures("_three_names")
def test_members_of_a_file_bring_different_names_together_and_those_of_another_their_own() -> None:
    book, more = opened(), opened(times=2)
    for each in (book, more):
        assert 2 == each.names_within(INNER, placed("a", "b"))

    assert 2 == book.names_within(INNER, placed("b", "c", "d"))
    assert 3 == more.names_within(INNER, placed("b", "c", "d"))
    assert 0 == book.names_within(INNER, placed("e"))
    assert 1 == book.names_within(INNER, placed("c"))
    assert 3 == book.names_within(OTHER, placed("e", "f", "g"))
    assert 3 == book.names_within(DocumentId("d" * 64), placed("e", "f", "g", "h"))
