"""Boxes that outlive the command that asked for them: to start one, and what a cold one loads for each file, is most of a short command.

How boxes start, end, warm up and hold is what `tests/contracts/test_sandbox.py` and `tests/hostile` try, each with boxes of their own;
and commands that run in a process of their own always have new ones.
"""

from __future__ import annotations

import atexit
import functools
from collections import defaultdict
from collections.abc import Callable
from types import TracebackType
from typing import Final, Self

from kashf.adapters.sandbox import make_sandbox
from kashf.ports.runtime import MemberWriter, Outcome, Sandbox, Task, Worker


class KeptWorker:
    """A worker that is put aside, not ended, when it is closed.

    Args:
        worker: What works.
        put_aside: Takes it back.
    """

    def __init__(self, worker: Worker, put_aside: Callable[[Worker], None]) -> None:
        self._worker: Worker | None = worker
        self._put_aside = put_aside

    def run(self, task: Task, *, members: MemberWriter | None = None) -> Outcome:
        """Return what it says; see `Worker.run`."""
        assert self._worker is not None, "this worker was closed"
        return self._worker.run(task, members=members)

    def close(self) -> None:
        """Put it aside, once."""
        worker, self._worker = self._worker, None
        if worker is not None:
            self._put_aside(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class KeptSandbox:
    """Makes workers, all of them warm, of which each may serve one command after another.

    Args:
        sandbox: What makes new ones.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._idle: Final = defaultdict[str, list[Worker]](list)
        atexit.register(self.close)

    @property
    def grade(self) -> str:
        """What holds the parsers."""
        return self._sandbox.grade

    def worker(self, *, is_warm: bool = True) -> KeptWorker:
        """Return a worker that opens files."""
        return self._taken("files", self._sandbox.worker)

    def text_worker(self, *, english_model: bool, is_warm: bool = True) -> KeptWorker:
        """Return a worker that looks through texts."""
        return self._taken(f"texts {english_model}", functools.partial(self._sandbox.text_worker, english_model=english_model))

    def close(self) -> None:
        """End those that are idle."""
        for each in [worker for idle in self._idle.values() for worker in idle]:
            each.close()
        self._idle.clear()

    def _taken(self, kind: str, make: Callable[[], Worker]) -> KeptWorker:
        idle = self._idle[kind]
        return KeptWorker(idle.pop() if idle else make(), idle.append)


@functools.cache
def kept_sandbox(*, accept_unsafe: bool) -> KeptSandbox:
    """Return the one of this process; in place of `kashf.bootstrap.make_sandbox`."""
    return KeptSandbox(make_sandbox(accept_unsafe=accept_unsafe))
