"""Cost of the sandbox: ``python -m benchmarks.speed.bench_sandbox [--tasks 200] [--grade bubblewrap]``.

Prints one JSON object a line: starting a box with nothing and with all parsers loaded, a task of 1 file and of 64 files in either, and the
bytes of members a second. Beside it stands a bare fork of the same Python. Aim: 3 ms or less a task over an idle handler.
"""

import argparse
import io
import json
import os
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import BinaryIO

import psutil

from kashf.adapters.sandbox import make_sandbox
from kashf.ports.runtime import Sandbox, Task

_HANDLERS = Path(__file__).parent / "handlers"


class _Thrown(io.RawIOBase):
    """Takes bytes and keeps none."""

    def writable(self) -> bool:
        return True

    def write(self, content: object) -> int:
        return len(memoryview(content))  # type: ignore[arg-type]  # anything with bytes in it


class _Members:
    """A MemberWriter that keeps nothing."""

    def begin(self, _head: Mapping[str, object]) -> BinaryIO:
        return _Thrown()  # type: ignore[return-value]  # writing is all that is asked of it

    def end(self) -> None:
        """Keep nothing."""

    def abort(self) -> None:
        """Keep nothing."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=200)
    parser.add_argument("--grade", default="bubblewrap")
    options = parser.parse_args()
    _print("bare fork", {"milliseconds": _times(_fork, options.tasks)}, cores=os.cpu_count())
    with TemporaryDirectory() as name:
        files = []
        for number in range(64):
            files.append(Path(name, str(number)))
            files[-1].write_bytes(b"x" * 1000)
        for handler in ("idle", "loaded"):
            _measure(handler, files, tasks=options.tasks, grade=options.grade)
        with _sandbox("talkative", options.grade).worker() as worker:
            began = time.perf_counter()
            worker.run(Task("", files[:1], {}), members=_Members())
            _print("members", {"mebibytes_a_second": round(256 / (time.perf_counter() - began))})


def _measure(handler: str, files: Sequence[Path], *, tasks: int, grade: str) -> None:
    sandbox = _sandbox(handler, grade)
    _print("start and end of a box", {"milliseconds": _times(lambda: sandbox.worker().close(), 10)}, handler=handler)
    for count in (1, 64):
        with sandbox.worker() as worker:
            task = Task("", files[:count], {})
            worker.run(task)
            before = _cpu()
            times = _times(lambda task=task, worker=worker: worker.run(task), tasks)  # type: ignore[misc]  # bound at once
            cpu = (_cpu() - before) / tasks * 1000
            _print("task", {"milliseconds": times, "cpu_milliseconds": round(cpu, 2)}, handler=handler, files=count)


def _sandbox(handler: str, grade: str) -> Sandbox:
    return make_sandbox(accept_unsafe=True, handler=handler, modules=(_HANDLERS,), grades=(grade,))


def _times(deed: Callable[[], object], count: int) -> dict[str, float]:
    taken = []
    for _ in range(count):
        began = time.perf_counter()
        deed()
        taken.append((time.perf_counter() - began) * 1000)
    taken.sort()
    return {"least": round(taken[0], 2), "median": round(median(taken), 2), "p95": round(taken[int(count * 0.95)], 2)}


def _fork() -> None:
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


def _cpu() -> float:
    """Return the processor seconds of this process, the boxes below it and the children they had."""
    processes = [psutil.Process(), *psutil.Process().children(recursive=True)]
    return sum(sum(process.cpu_times()[: 4 if process.pid != os.getpid() else 2]) for process in processes)


def _print(what: str, figures: Mapping[str, object], **conditions: object) -> None:
    print(json.dumps({"what": what, **conditions, **figures}))


if __name__ == "__main__":
    main()
