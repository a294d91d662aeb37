from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kashf.adapters.records.at_rest.open_mark import check_copied_whole
from kashf.adapters.records.sound.fresh import make_fresh
from kashf.adapters.records.store import SqlStore, open_view
from kashf.domain.ledger import Entry
from kashf.errors import CaseLockedError, CopiedOpenError, DamagedCaseError, IntegrityError, UnfinishedError
from tests.contracts.case_stores import entry


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Records with twenty long entries and one document."""
    store = SqlStore(tmp_path / "case.db")
    last: Entry | None = None
    with store.unit() as uow:
        for number in range(20):
            last = entry(number, last, note="x" * 3000)
            uow.append(last)
        uow.commit()
    store.close()
    return tmp_path / "case.db"


def change(records: Path, *statements: str) -> None:
    with closing(sqlite3.connect(records)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()


def count_entries(records: Path) -> int:
    view = open_view(records)
    try:
        return len(view.entries())
    finally:
        view.close()


def zero(records: Path, table: str, *, at: float) -> None:
    """Zero one page of a table, that far in it."""
    with closing(sqlite3.connect(records)) as raw:
        size = raw.execute("PRAGMA page_size").fetchone()[0]
        pages = [row[0] for row in raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,))]
    content = bytearray(records.read_bytes())
    if at:
        pages = [
            number
            for number in range(2, len(content) // size + 1)
            if content[(number - 1) * size] == 0x0D and b"xxx" in content[(number - 1) * size : number * size]
        ]
    page = pages[int(len(pages) * at)]
    content[(page - 1) * size : page * size] = bytes(size)
    records.write_bytes(content)


def test_truth_is_taken_over_and_all_else_waits_to_be_made(records: Path) -> None:
    fresh = make_fresh(records, keeps_old=False)

    assert (20, (), None) == (fresh.entries, fresh.lost, fresh.kept)
    assert 20 == count_entries(records)
    assert 0o600 == records.stat().st_mode & 0o777
    view = open_view(records)
    with pytest.raises(UnfinishedError):
        view.totals()
    view.close()
    assert {"case.db"} == {path.name for path in records.parent.iterdir()}


def test_what_is_foreign_stays_behind_in_the_old_file(records: Path) -> None:
    change(records, "CREATE TRIGGER t AFTER INSERT ON ledger BEGIN DELETE FROM ledger; END", "CREATE TABLE notes (x TEXT)")
    fresh = make_fresh(records, keeps_old=True)

    assert (20, records.with_name("case.db.damaged")) == (count_entries(records), fresh.kept)


def test_a_derived_table_that_cannot_be_read_costs_the_ledger_nothing(records: Path) -> None:
    zero(records, "sightings", at=0)

    assert 20 == make_fresh(records, keeps_old=True).entries == count_entries(records)


def test_a_ledger_that_cannot_be_read_to_its_end_is_taken_over_as_far_as_it_goes_and_the_rest_is_told(records: Path) -> None:
    zero(records, "ledger", at=0.5)
    fresh = make_fresh(records, keeps_old=True)

    assert 0 < fresh.entries < 20
    assert fresh.entries == count_entries(records)
    assert any(f"first {fresh.entries} entries" in each for each in fresh.lost)


@pytest.mark.parametrize("statement", ["DELETE FROM ledger WHERE seq = 7", "UPDATE ledger SET actor = 'x' WHERE seq = 7"])
def test_a_broken_chain_is_not_taken_over(records: Path, statement: str) -> None:
    change(records, statement)
    before = records.read_bytes()

    with pytest.raises(IntegrityError, match="nothing was thrown away"):
        make_fresh(records, keeps_old=True)
    assert before == records.read_bytes()


def test_a_ledger_that_is_a_view_is_none(records: Path) -> None:
    change(records, "ALTER TABLE ledger RENAME TO l2", "CREATE VIEW ledger AS SELECT * FROM l2")

    with pytest.raises(DamagedCaseError, match="no ledger"):
        make_fresh(records, keeps_old=True)


def test_records_that_others_have_open_are_not_replaced(records: Path) -> None:
    store = SqlStore(records)
    with pytest.raises(CaseLockedError):
        make_fresh(records, keeps_old=False)
    store.close()

    assert 20 == count_entries(records)


def test_old_records_without_their_log_are_never_left_as_if_they_were_whole(
    records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = tmp_path / "left" / records.name
    left.parent.mkdir()
    store = SqlStore(records)
    with store.unit() as uow:
        uow.append(entry(20, open_view(records).entries()[-1][0], note="last"))
        uow.commit()
    for beside in ("", "-wal", "-open"):
        shutil.copy(f"{records}{beside}", f"{left}{beside}")
    store.close()

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        make_fresh(left, keeps_old=True)
    monkeypatch.undo()

    with pytest.raises(CopiedOpenError):
        check_copied_whole(left)


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_whoever_is_stopped_leaves_the_old_records_or_the_new(records: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os if step == "fsync" else Path, step, stop)
    with pytest.raises(KeyboardInterrupt):
        make_fresh(records, keeps_old=False)
    monkeypatch.undo()

    assert 20 == make_fresh(records, keeps_old=False).entries == count_entries(records)
