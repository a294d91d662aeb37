"""What every CaseStore and CaseView must do about what documents cost, on SQLite and on PostgreSQL."""

from __future__ import annotations

import pytest

from kashf.ports.counted.received_costs import READING, Cost, ReceivedFile
from kashf.ports.stores import CaseStore
from tests.contracts.case_stores import id_of, postgres_store, seen, sight, sqlite_store

A, B, C, D = map(id_of, "abcd")
COST = Cost(seconds=1.5, stored_bytes=2, members=3, characters=4, names=5, rows=6)


class CaseStoreCostsContract:
    @pytest.fixture
    def nested(self, store: CaseStore) -> CaseStore:
        """A file with one in it, which holds another; and a letter by itself."""
        sight(store, seen("a", "/a"), seen("d", "/d"))
        sight(store, seen("b", "/a/b", parent=A), depth=1)
        sight(store, seen("c", "/a/b/c", parent=B), depth=2)
        return store

    def test_a_document_counts_to_the_outermost_file_in_which_it_was_first_seen(self, nested: CaseStore) -> None:
        assert {A: A, B: A, C: A, D: D} == nested.view().came_in([A, B, C, D, id_of("e")])

    def test_one_that_is_received_by_itself_counts_to_itself_wherever_else_it_was_seen(self, nested: CaseStore) -> None:
        sight(nested, seen("b", "/b"))

        assert {B: B, C: B} == nested.view().came_in([B, C])

    def test_a_file_that_holds_itself_counts_to_itself(self, store: CaseStore) -> None:
        sight(store, seen("a", "/a"))
        sight(store, seen("a", "/a/a", parent=A), depth=1)

        assert {A: A} == store.view().came_in([A])

    def test_costs_are_kept_by_part_in_place_of_what_was_kept_and_summed_by_received_file(self, nested: CaseStore) -> None:
        with nested.unit() as uow:
            uow.put_costs(READING, [(A, A, Cost(seconds=9)), (B, A, COST)])
            uow.put_costs(READING, [(A, A, COST)])
            uow.put_costs("look", [(B, A, COST)])
            uow.commit()
        view = nested.view()

        whole = ReceivedFile(A, 3, COST + COST + COST)
        assert ({A: whole}, [whole]) == (view.costs_of([A, D]), list(view.received_costs()))
        assert ({A: COST, B: COST}, (A, B)) == (view.own_costs([A, B, C], READING), view.came_from(A))

    def test_files_that_came_to_the_end_of_their_budget_are_told_until_they_get_more(self, nested: CaseStore) -> None:
        for is_over, told in ((True, (A,)), (False, ())):
            with nested.unit() as uow:
                uow.put_over_budget([A], is_over=is_over)
                uow.commit()
            assert told == nested.view().over_budget()


class TestSqliteCosts(CaseStoreCostsContract):
    store = sqlite_store


@pytest.mark.postgres
class TestPostgresCosts(CaseStoreCostsContract):
    store = postgres_store
