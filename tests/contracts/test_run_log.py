"""What every RunLog must do: runs are counted by catalogue, and nothing that was noted is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kashf.adapters.run_log import FileRunLog
from kashf.domain.acts.catalogue_record import PastRun
from kashf.ports.runtime import RunLog
from tests.fakes import FakeRunLog

NOW = "2031-06-01T00:00:00Z"
CATALOGUE, OTHER, PLAN = "a" * 64, "b" * 64, "c" * 64


class RunLogContract:
    def test_before_the_first_run_there_are_none(self, log: RunLog) -> None:
        assert (0, False) == (len(log.record(CATALOGUE).runs), log.was_frozen(PLAN))

    def test_runs_are_counted_by_catalogue_with_a_plan_or_without(self, log: RunLog) -> None:
        log.add(CATALOGUE, PastRun("", NOW, "no-effect", 0.5))
        log.add(OTHER, PastRun(PLAN, NOW, "no-effect", 0.5))
        log.add(CATALOGUE, PastRun(PLAN, NOW, "no-effect", 0.5))

        assert (2, 1) == (len(log.record(CATALOGUE).runs), len(log.record(OTHER).runs))

    def test_a_plan_that_was_frozen_is_known_and_is_no_run(self, log: RunLog) -> None:
        log.freeze(PLAN, events_sha256=CATALOGUE, when=NOW)

        assert (True, False, 0) == (log.was_frozen(PLAN), log.was_frozen(OTHER), len(log.record(PLAN).runs))

    def test_a_plan_that_was_run_and_never_frozen_is_not_known(self, log: RunLog) -> None:
        log.add(CATALOGUE, PastRun(PLAN, NOW, "no-effect", 0.5))

        assert not log.was_frozen(PLAN)

    def test_plans_of_a_catalogue_are_told_in_their_order_each_once_with_the_verdicts_of_the_others(self, log: RunLog) -> None:
        log.freeze(PLAN, events_sha256=CATALOGUE, when=NOW)
        log.freeze("d" * 64, events_sha256=CATALOGUE, when=NOW)
        log.freeze("e" * 64, events_sha256=OTHER, when=NOW)
        log.add(CATALOGUE, PastRun("d" * 64, NOW, "before", 0.01))
        log.add(CATALOGUE, PastRun("", NOW, "no-effect", 0.9))

        record = log.record(CATALOGUE)

        assert (PLAN, "d" * 64) == record.plans
        assert ("before", 0.01) == (record.runs[0].verdict, record.runs[0].p)
        assert {"before": 1, "no-effect": 1} == record.others(PLAN)
        assert {"no-effect": 1, "not run": 1} == record.others("d" * 64)

    def test_runs_at_once_lose_none(self, log: RunLog) -> None:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda _: log.add(CATALOGUE, PastRun("", NOW, "no-effect", 0.5)), range(80)))

        assert 80 == len(log.record(CATALOGUE).runs)


class TestFileRunLog(RunLogContract):
    @pytest.fixture
    def log(self, tmp_path: Path) -> RunLog:
        return FileRunLog(tmp_path / "home" / "runs.jsonl")


class TestFakeRunLog(RunLogContract):
    @pytest.fixture
    def log(self) -> RunLog:
        return FakeRunLog()
