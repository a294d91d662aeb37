"""What a transaction in SQLite promises to a power cut."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from kashf.adapters.records.store import SqlStore


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
