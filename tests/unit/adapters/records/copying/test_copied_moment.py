"""Records as they are at one moment, whoever goes on writing, and nothing of the copy stays."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kashf.adapters.records.connection import Connection
from kashf.adapters.records.copying.copied_moment import moment_of
from kashf.adapters.records.store import SqlStore
from kashf.errors import NoSpaceError


def words_in(records: bytes, folder: Path) -> set[str]:
    (folder / "moment.db").write_bytes(records)
    copy = sqlite3.connect(folder / "moment.db")
    assert [("ok",)] == copy.execute("PRAGMA integrity_check").fetchall()
    found = {row[0] for row in copy.execute("SELECT word FROM words")}
    copy.close()
    return found


def learn(store: SqlStore, word: str) -> None:
    with store.unit() as uow:
        uow.learn_words({word: word})
        uow.commit()


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_moment_holds_what_was_committed_and_nothing_that_is_written_while_it_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "case").mkdir()
    store = SqlStore(tmp_path / "case" / "case.db")
    learn(store, "كتيبة")
    copy_to = Connection.copy_to

    def copy_while_others_write(self: Connection, path: Path) -> None:
        learn(store, "سرية")
        copy_to(self, path)
        learn(store, "لواء")

    monkeypatch.setattr(Connection, "copy_to", copy_while_others_write)
    with moment_of(tmp_path / "case" / "case.db") as moment:
        assert {"كتيبة"} == words_in(moment.file.read(), tmp_path)
        assert not [name for name in names_in(tmp_path / "case") if "copy" in name]
    store.close()

    assert ["case.db"] == names_in(tmp_path / "case")


def test_a_copy_that_a_killed_process_left_is_taken_away_and_one_of_a_living_process_is_not(tmp_path: Path) -> None:
    SqlStore(tmp_path / "case.db").close()
    for name in ("case.db-copy-999999999", "case.db-copy-999999999-journal", "case.db-copy-x", "case.db-copy-1"):
        (tmp_path / name).touch()

    with moment_of(tmp_path / "case.db"):
        assert ["case.db", "case.db-copy-1"] == names_in(tmp_path)


def test_nothing_stays_where_there_is_no_room_for_the_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    SqlStore(tmp_path / "case.db").close()

    def full(self: Connection, path: Path) -> None:
        del self
        path.write_bytes(b"x")
        raise NoSpaceError("full")

    monkeypatch.setattr(Connection, "copy_to", full)
    with pytest.raises(NoSpaceError), moment_of(tmp_path / "case.db"):
        pass

    assert ["case.db"] == names_in(tmp_path)
