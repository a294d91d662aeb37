"""The mark that tells a copy without SQLite's log from a whole one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kashf.adapters.records.at_rest import open_mark
from kashf.adapters.records.at_rest.open_mark import alone, check_copied_whole, hold_mark, log_of, mark_of
from kashf.adapters.records.store import SqlStore, open_view
from kashf.errors import CopiedOpenError


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_records_that_are_written_to_are_marked_and_closed_ones_are_not(tmp_path: Path) -> None:
    store = SqlStore(tmp_path / "case.db")

    assert mark_of(tmp_path / "case.db").exists()
    store.close()

    assert ["case.db"] == names_in(tmp_path)


def test_a_copy_without_the_log_is_told_by_reader_and_writer_and_stays_as_it_is(tmp_path: Path) -> None:
    store, copy = SqlStore(tmp_path / "case.db"), tmp_path / "copy"
    copy.mkdir()
    for path in (tmp_path / "case.db", mark_of(tmp_path / "case.db")):
        shutil.copy(path, copy)
    store.close()

    for open_ in (open_view, SqlStore):
        with pytest.raises(CopiedOpenError, match=r"case\.db-wal is missing"):
            open_(copy / "case.db")
    assert ["case.db", "case.db-open"] == names_in(copy)


def test_a_copy_with_the_log_has_all_that_was_committed(tmp_path: Path) -> None:
    store, copy = SqlStore(tmp_path / "case.db"), tmp_path / "copy"
    shutil.copytree(tmp_path, copy, ignore=shutil.ignore_patterns("*-shm", "copy"))
    store.close()

    assert log_of(copy / "case.db").stat().st_size > 0
    view = open_view(copy / "case.db", settles=True)
    assert () == view.entries()
    view.close()
    assert ["case.db"] == names_in(copy)


def test_records_that_are_closed_while_a_reader_looks_at_the_mark_raise_no_alarm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SqlStore(tmp_path / "case.db")
    read = open_mark._read

    def read_and_close(path: Path) -> bytes | None:
        found = read(path)
        store.close()
        return found

    monkeypatch.setattr(open_mark, "_read", read_and_close)

    check_copied_whole(tmp_path / "case.db")


def test_nobody_is_alone_while_somebody_holds_the_mark(tmp_path: Path) -> None:
    records = tmp_path / "case.db"
    first, second = hold_mark(records), hold_mark(records)
    os.close(first)

    with alone(records) as is_alone:
        assert not is_alone
    os.close(second)
    with alone(records) as is_alone:
        assert is_alone


def test_a_mark_that_is_taken_away_while_somebody_waits_for_it_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = tmp_path / "case.db"
    lock, taken = open_mark.fcntl.flock, []

    def take_away_first(descriptor: int, how: int) -> None:
        lock(descriptor, how)
        if not taken:
            taken.append(mark_of(records).unlink())

    monkeypatch.setattr(open_mark.fcntl, "flock", take_away_first)
    held = hold_mark(records)

    assert os.path.samestat(mark_of(records).stat(), os.fstat(held))
    os.close(held)
