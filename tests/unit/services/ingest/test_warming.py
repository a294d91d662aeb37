from __future__ import annotations

from kashf.ports.runtime import Outcome, Task
from kashf.services.ingest.warming import WarmingWorker
from tests.fakes import FakeSandbox, FakeWorker

TASK = Task("read", (), {})


def test_a_worker_is_cold_for_a_few_files_and_replaced_once_there_are_many() -> None:
    many: list[bool] = []
    sandbox = FakeSandbox(FakeWorker(lambda task, members: Outcome({})))
    with WarmingWorker(lambda is_warm: sandbox.worker(is_warm=is_warm), lambda: bool(many)) as worker:
        worker.run(TASK)
        assert ([False], False) == (sandbox.warmth, sandbox.made.is_closed)
        many.append(True)
        worker.run(TASK)
        worker.run(TASK)

    assert ([False, True], True) == (sandbox.warmth, sandbox.made.is_closed)


def test_a_worker_for_many_files_begins_warm() -> None:
    sandbox = FakeSandbox(FakeWorker(lambda task, members: Outcome({})))
    WarmingWorker(lambda is_warm: sandbox.worker(is_warm=is_warm), lambda: True).run(TASK)

    assert [True] == sandbox.warmth
