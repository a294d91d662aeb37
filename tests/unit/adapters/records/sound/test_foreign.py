from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kashf.adapters.records.store import SqlStore, open_view
from kashf.errors import ForeignRecordsError


@pytest.fixture
def records(tmp_path: Path) -> Path:
    SqlStore(tmp_path / "case.db").close()
    return tmp_path / "case.db"


def change(records: Path, *statements: str) -> None:
    with closing(sqlite3.connect(records)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        (["CREATE TRIGGER t AFTER INSERT ON pages BEGIN UPDATE pages SET text = ''; END"], "trigger t on pages"),
        (["CREATE VIEW v AS SELECT * FROM pages"], "view v"),
        (["ALTER TABLE pages RENAME TO p2", "CREATE VIEW pages AS SELECT * FROM p2"], "view pages"),
        (["CREATE TABLE notes (x TEXT)"], "table notes"),
        (["CREATE INDEX pages_more ON pages (text)"], "index pages_more on pages"),
        (["ALTER TABLE pages ADD COLUMN more TEXT"], "table pages"),
        (["ALTER TABLE ledger ADD COLUMN more TEXT"], "table ledger"),
        (["CREATE INDEX ledger_kind ON ledger (kind)"], "index ledger_kind on ledger"),
        (["ALTER TABLE signatures RENAME COLUMN key TO keys"], "table signatures"),
        (["ANALYZE"], "table sqlite_stat1"),
    ],
)
def test_what_no_kashf_makes_is_refused_by_readers_and_writers_and_named(records: Path, statements: list[str], told: str) -> None:
    change(records, *statements)

    with pytest.raises(ForeignRecordsError, match=told):
        open_view(records)
    with pytest.raises(ForeignRecordsError, match=told):
        SqlStore(records)


def test_a_table_of_another_version_is_no_foreign_one_and_goes_when_the_case_is_brought_forward(records: Path) -> None:
    change(records, "CREATE TABLE fore_runner (x TEXT)", "INSERT INTO derived VALUES ('fore_runner', 'of yesterday')")
    store = SqlStore(records)
    with store.unit() as uow:
        uow.renew()
        uow.commit()
    store.close()

    with closing(sqlite3.connect(records)) as raw:
        assert [] == raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'fore_runner'").fetchall()


def test_a_list_of_derived_tables_that_names_the_ledger_costs_it_nothing(records: Path) -> None:
    change(records, "INSERT INTO derived VALUES ('ledger', 'x'), ('x; DROP TABLE ledger', 'x')")
    store = SqlStore(records)
    with store.unit() as uow:
        uow.renew()
        uow.commit()

    assert () == store.view().entries()
    store.close()
