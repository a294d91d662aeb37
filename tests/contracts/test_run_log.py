"""What every RunLog must do: runs are counted by catalogue, and nothing that was noted is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kashf.adapters.run_log import FileRunLog
from kashf.ports.runtime import RunLog
from tests.fakes import FakeRunLog

NOW = "2031-06-01T00:00:00Z"
CATALOGUE, OTHER, PLAN = "a" * 64, "b" * 64, "c" * 64


class RunLogContract:
    def test_before_the_first_run_there_are_none(self, log: RunLog) -> None:
        assert (0, False) == (log.count(CATALOGUE), log.was_frozen(PLAN))

    def test_runs_are_counted_by_catalogue_with_a_plan_or_without(self, log: RunLog) -> None:
        log.add(CATALOGUE, when=NOW, plan="")
        log.add(OTHER, when=NOW, plan=PLAN)
        log.add(CATALOGUE, when=NOW, plan=PLAN)

        assert (2, 1) == (log.count(CATALOGUE), log.count(OTHER))

    def test_a_plan_that_was_frozen_is_known_and_is_no_run(self, log: RunLog) -> None:
        log.freeze(PLAN, when=NOW)

        assert (True, False, 0) == (log.was_frozen(PLAN), log.was_frozen(OTHER), log.count(PLAN))

    def test_a_plan_that_was_run_and_never_frozen_is_not_known(self, log: RunLog) -> None:
        log.add(CATALOGUE, when=NOW, plan=PLAN)

        assert not log.was_frozen(PLAN)

    def test_runs_at_once_lose_none(self, log: RunLog) -> None:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda _: log.add(CATALOGUE, when=NOW, plan=""), range(80)))

        assert 80 == log.count(CATALOGUE)


class TestFileRunLog(RunLogContract):
    @pytest.fixture
    def log(self, tmp_path: Path) -> RunLog:
        return FileRunLog(tmp_path / "home" / "runs.jsonl")


class TestFakeRunLog(RunLogContract):
    @pytest.fixture
    def log(self) -> RunLog:
        return FakeRunLog()
