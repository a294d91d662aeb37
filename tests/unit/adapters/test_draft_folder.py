from __future__ import annotations

from pathlib import Path

import pytest

from kashf.adapters.draft_folder import FolderDrafts


def test_a_draft_is_kept_under_its_key_and_no_other(tmp_path: Path) -> None:
    drafts = FolderDrafts(tmp_path / "drafts")

    drafts.put("a" * 64, b"one")

    assert (b"one", None) == (drafts.get("a" * 64), drafts.get("b" * 64))
    assert 0o700 == (tmp_path / "drafts").stat().st_mode & 0o777


def test_where_nothing_can_be_written_drafts_are_made_anew_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", full)
    drafts = FolderDrafts(tmp_path / "drafts")

    drafts.put("a" * 64, b"one")

    assert drafts.get("a" * 64) is None
