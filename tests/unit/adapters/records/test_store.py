"""What a transaction in SQLite promises to a power cut, and how records that cannot be read are told."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from kashf.adapters.records.connection import EncryptedRecords
from kashf.adapters.records.store import SqlStore, open_view
from kashf.errors import DamagedCaseError


def test_what_is_committed_is_on_the_disk_before_commit_returns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def noted(*arguments: Any, **named: Any) -> sqlite3.Connection:
        opened.append(connect(*arguments, **named))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", noted)
    store = SqlStore(tmp_path / "case.db")
    with store.unit() as uow:
        uow.release()
        (writing,) = [each for each in opened if each.in_transaction]
        (journal,), (synchronous,) = writing.execute("PRAGMA journal_mode").fetchone(), writing.execute("PRAGMA synchronous").fetchone()
    store.close()

    assert ("wal", 2) == (journal, synchronous)  # 2 is FULL: a commit waits for the disk. Source: sqlite.org/pragma.html


def test_a_journal_that_somebody_put_beside_the_records_is_named(tmp_path: Path) -> None:
    SqlStore(tmp_path / "case.db").close()
    (tmp_path / "case.db-journal").write_bytes(b"anything\n")

    with pytest.raises(DamagedCaseError, match=r"case\.db-journal"):
        open_view(tmp_path / "case.db")


def test_records_under_another_key_are_told_in_our_words_alone(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    SqlStore(EncryptedRecords(tmp_path / "case.db", bytes(32))).close()

    with pytest.raises(DamagedCaseError):
        open_view(EncryptedRecords(tmp_path / "case.db", b"1" * 32))
    assert ("", "") == capfd.readouterr()
