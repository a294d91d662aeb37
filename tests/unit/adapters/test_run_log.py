from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from kashf.adapters.run_log import FileRunLog
from kashf.domain.acts.catalogue_record import PastRun
from kashf.errors import NotAllowedError

NOW = "2031-06-01T00:00:00Z"


def test_runs_are_counted_by_catalogue_and_outlive_the_process(tmp_path: Path) -> None:
    path = tmp_path / "home" / "runs.jsonl"
    FileRunLog(path).add("a" * 64, PastRun("", NOW, "no-effect", 0.5))
    FileRunLog(path).add("b" * 64, PastRun("c" * 64, NOW, "no-effect", 0.5))
    FileRunLog(path).add("a" * 64, PastRun("c" * 64, NOW, "no-effect", 0.5))

    assert [2, 1, 0] == [len(FileRunLog(path).record(letter * 64).runs) for letter in "abc"]


def test_looking_into_a_log_that_is_not_there_makes_none(tmp_path: Path) -> None:
    FileRunLog(tmp_path / "nowhere" / "runs.jsonl").record("a" * 64)

    assert [] == list(tmp_path.iterdir())


def test_a_line_holds_hashes_and_a_time_and_nobody_else_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "runs.jsonl"
    FileRunLog(path).add("a" * 64, PastRun("", NOW, "no-effect", 0.5))

    assert {"events_sha256": "a" * 64, "p": 0.5, "plan": "", "time": NOW, "verdict": "no-effect"} == json.loads(
        path.read_text(encoding="utf-8")
    )
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)


def test_lines_that_cannot_be_read_are_no_runs_and_hide_none(tmp_path: Path) -> None:
    path = tmp_path / "runs.jsonl"
    path.write_text('half a line\n[]\n{"events_sha256": 7}\n{}\nnull\n\n', encoding="utf-8")
    log = FileRunLog(path)
    log.add("a" * 64, PastRun("", NOW, "no-effect", 0.5))

    assert 1 == len(log.record("a" * 64).runs)


def test_a_line_after_one_that_was_cut_off_counts(tmp_path: Path) -> None:
    path = tmp_path / "runs.jsonl"
    path.write_text('{"events_sha256": "aa', encoding="utf-8")
    log = FileRunLog(path)
    log.add("a" * 64, PastRun("", NOW, "no-effect", 0.5))
    log.add("a" * 64, PastRun("", NOW, "no-effect", 0.5))

    assert 2 == len(log.record("a" * 64).runs)


def test_bytes_that_are_no_text_hide_no_run(tmp_path: Path) -> None:
    path = tmp_path / "runs.jsonl"
    path.write_bytes(b"\xff\xfe\x00\n")
    log = FileRunLog(path)
    log.add("a" * 64, PastRun("", NOW, "no-effect", 0.5))

    assert 1 == len(log.record("a" * 64).runs)


def test_what_cannot_be_remembered_or_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotAllowedError, match="so nothing is tested"):
        FileRunLog(tmp_path / "file" / "runs.jsonl").add("a" * 64, PastRun("", NOW, "no-effect", 0.5))
    with pytest.raises(NotAllowedError, match="cannot be read"):
        FileRunLog(tmp_path).record("a" * 64)
