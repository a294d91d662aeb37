"""Whoever is last brings SQLite's log into the records; before that the mark and the log stay together."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kashf.adapters.records.at_rest.open_mark import log_of, mark_of
from kashf.adapters.records.connection import Connection
from kashf.adapters.records.store import SqlStore, open_view

#: Ends as a process that is killed does, with a commit that stands in the log alone.
KILLED = "import os, sys; from kashf.adapters.records.store import SqlStore; held = SqlStore(sys.argv[1]); os._exit(9)"


@pytest.fixture
def records(tmp_path: Path) -> Path:
    return tmp_path / "case.db"


def files(records: Path) -> list[str]:
    return sorted(path.name for path in records.parent.iterdir())


def test_a_reader_that_ends_last_leaves_one_file(records: Path) -> None:
    SqlStore(records).close()
    view = open_view(records, settles=True)
    view.entries()

    assert log_of(records).exists()  # SQLite makes it for a reader too
    view.close()

    assert ["case.db"] == files(records)


def test_what_was_written_beside_a_reader_who_looks_at_nothing_stands_in_the_records_at_once(records: Path) -> None:
    SqlStore(records).close()
    view = open_view(records, settles=True)
    SqlStore(records).close()

    assert (0, False) == (log_of(records).stat().st_size, mark_of(records).exists())
    view.close()
    assert ["case.db"] == files(records)


def test_a_reader_in_the_middle_of_something_keeps_the_log_and_the_mark_and_takes_them_away_itself(records: Path) -> None:
    store = SqlStore(records)
    view = open_view(records, settles=True)
    with view.snapshot():
        view.entries()
        with store.unit() as uow:
            uow.learn_words({"كتيبة": "كتبة"})
            uow.commit()
        store.close()

        assert (True, True) == (log_of(records).stat().st_size > 0, mark_of(records).exists())

    view.close()
    assert ["case.db"] == files(records)


def test_of_two_who_write_the_last_empties_the_log(records: Path) -> None:
    first, second = SqlStore(records), SqlStore(records)
    first.close()

    assert (True, True) == (log_of(records).exists(), mark_of(records).exists())
    second.close()
    assert ["case.db"] == files(records)


def test_many_who_end_at_once_leave_one_file(records: Path) -> None:
    for _ in range(10):
        stores = [SqlStore(records) for _ in range(4)]
        ends = [threading.Thread(target=store.close) for store in stores]
        for end in ends:
            end.start()
        for end in ends:
            end.join()
        open_view(records, settles=True).close()

        assert ["case.db"] == files(records)


def test_after_a_kill_the_log_is_there_with_the_mark_and_the_next_to_read_brings_it_in(records: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(records)], check=False)

    assert {"case.db", "case.db-open", "case.db-wal"} <= set(files(records))
    view = open_view(records, settles=True)
    assert () == view.entries()
    view.close()
    assert ["case.db"] == files(records)


def test_a_log_that_cannot_be_brought_in_stays_with_its_mark(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, rows = SqlStore(records), Connection.rows

    def full(self: Connection, sql: str, values: tuple[object, ...] = ()) -> object:
        return [(1, 9, 0)] if "wal_checkpoint" in sql else rows(self, sql, values)

    monkeypatch.setattr(Connection, "rows", full)
    store.close()

    assert {"case.db", "case.db-open", "case.db-wal"} <= set(files(records))
    monkeypatch.undo()
    open_view(records, settles=True).close()
    assert ["case.db"] == files(records)
