"""A stage with a table of its own needs nothing of the store but to be named."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kashf.adapters.records.store import SqlStore
from kashf.ports.stages import INDEX, NAMES, READ, DocumentStage, StageTable
from tests.contracts.case_stores import id_of, lease, put, reading, seen, sight

DAYS = DocumentStage("days", after="read", table=StageTable("days", (("page", int), ("day", str), ("weight", float))))
OTHERS = (READ, INDEX, NAMES)


@pytest.fixture
def store(tmp_path: Path) -> SqlStore:
    store = SqlStore(tmp_path / "case.db", stages=(*OTHERS, DAYS))
    sight(store, seen("a", "/a"), seen("b", "/b"))
    put(store, reading("a"), reading("b"))
    return store


def keep(store: SqlStore, letter: str, *rows: tuple[int, str, float]) -> None:
    with store.unit() as uow:
        uow.put_rows(DAYS, [(id_of(letter), rows)], version="1")
        uow.commit()


def test_reading_opens_its_jobs_and_totals_tell_what_waits_for_it(store: SqlStore) -> None:
    assert {"days": 2, "index": 2, "names": 2} == store.view().totals().by_stage
    assert [id_of("a"), id_of("b")] == [job.document for job in lease(store, DAYS)]


def test_its_rows_come_back_by_document_in_the_order_in_which_they_were_put(store: SqlStore) -> None:
    lease(store, DAYS)
    keep(store, "b", (1, "2014-10-25", 0.5))
    keep(store, "a", (2, "2015", 1.0), (1, "2014", 0.25))

    assert (
        (id_of("a"), (2, "2015", 1.0)),
        (id_of("a"), (1, "2014", 0.25)),
        (id_of("b"), (1, "2014-10-25", 0.5)),
    ) == store.view().stage_rows(DAYS)
    assert ((id_of("b"), (1, "2014-10-25", 0.5)),) == store.view().stage_rows(DAYS, [id_of("b")])
    assert {"index": 2, "names": 2} == store.view().totals().by_stage


def test_reading_a_document_again_takes_its_rows_away(store: SqlStore) -> None:
    lease(store, DAYS)
    keep(store, "a", (1, "2014", 1.0))
    put(store, reading("a", "another text"))

    assert () == store.view().stage_rows(DAYS)


def test_destroying_a_document_takes_its_rows_out_of_the_table(store: SqlStore, tmp_path: Path) -> None:
    lease(store, DAYS)
    keep(store, "a", (1, "2014", 1.0))
    keep(store, "b", (1, "2015", 1.0))
    with store.unit() as uow:
        uow.destroy([id_of("a")])
        uow.commit()

    assert ((id_of("b"), (1, "2015", 1.0)),) == store.view().stage_rows(DAYS)
    with closing(sqlite3.connect(tmp_path / "case.db")) as records:
        assert [("2015",)] == records.execute("SELECT day FROM days").fetchall()


def test_a_stage_without_a_table_keeps_no_rows(store: SqlStore) -> None:
    assert () == store.view().stage_rows(INDEX) == store.view().stage_rows(NAMES)


def test_a_stage_that_is_new_to_a_case_gets_its_table_and_the_documents_with_text(tmp_path: Path) -> None:
    earlier = SqlStore(tmp_path / "old.db", stages=OTHERS)
    sight(earlier, seen("a", "/a"), seen("b", "/b"))
    put(earlier, reading("a"), reading("b", ""))
    earlier.close()
    store = SqlStore(tmp_path / "old.db", stages=(*OTHERS, DAYS))
    with store.unit() as uow:
        assert frozenset({"days"}) == uow.renew()
        assert (1, 0) == (uow.reopen(DAYS, unless_version="1"), uow.reopen(DAYS, unless_version="1"))
        uow.commit()

    assert [id_of("a")] == [job.document for job in lease(store, DAYS)]
    assert () == store.view().stage_rows(DAYS)
