from __future__ import annotations

import threading

import pytest

from kashf.errors import SandboxError
from kashf.ports.runtime import Outcome, Worker
from kashf.services.ingest.looking.crew import Crew
from tests.fakes import FakeWorker

WAIT = 10.0


def worker() -> FakeWorker:
    return FakeWorker(lambda task, members: Outcome({}))


def test_what_is_asked_is_answered_the_bell_rings_and_workers_are_closed() -> None:
    made: list[FakeWorker] = []

    def make() -> Worker:
        made.append(worker())
        return made[-1]

    crew: Crew[int, int] = Crew("test", count=2, make=make, do=lambda worker, asked: asked * 2)
    crew.start()
    for number in range(3):
        crew.ask(number)
    assert 3 == crew.under_way
    answers = {crew.next(timeout=WAIT) for _ in range(3)}
    crew.end(is_broken=False, seconds=WAIT)

    assert {0, 2, 4} == answers
    assert (0, None, True) == (crew.under_way, crew.next(timeout=0), crew.bell.is_set())
    assert made
    assert all(each.is_closed for each in made)


def test_no_worker_is_made_before_there_is_something_to_do() -> None:
    crew: Crew[int, int] = Crew("test", count=2, make=lambda: pytest.fail("a worker for nothing"), do=lambda worker, asked: asked)
    crew.start()
    crew.end(is_broken=False, seconds=WAIT)


def test_what_a_thread_meets_is_raised_where_the_answer_is_waited_for() -> None:
    def make() -> Worker:
        raise SandboxError("no box")

    crew: Crew[int, int] = Crew("test", count=1, make=make, do=lambda worker, asked: asked)
    crew.start()
    crew.ask(1)
    with pytest.raises(SandboxError, match="no box"):
        crew.next(timeout=WAIT)
    crew.end(is_broken=True, seconds=WAIT)


def test_of_a_run_that_is_broken_off_what_was_not_begun_is_left() -> None:
    begun, may_end = threading.Event(), threading.Event()
    done: list[int] = []

    def do(worker: Worker, asked: int) -> int:
        begun.set()
        assert may_end.wait(WAIT)
        done.append(asked)
        return asked

    crew: Crew[int, int] = Crew("test", count=1, make=worker, do=do)
    crew.start()
    crew.ask(1)
    crew.ask(2)
    assert begun.wait(WAIT)
    threading.Timer(0.1, may_end.set).start()
    crew.end(is_broken=True, seconds=WAIT)

    assert [1] == done
