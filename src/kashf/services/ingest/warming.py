"""A worker that begins cold, since to load every engine takes longer than to read a few files, and is replaced by a warm one for more."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self

from kashf.ports.runtime import MemberWriter, Outcome, Task, Worker


class WarmingWorker:
    """A worker of a sandbox, cold at first.

    Args:
        make: Makes it, and the one in its place, warm or not.
        are_many: Whether there is more to read than is worth a cold worker; asked before each task.
    """

    def __init__(self, make: Callable[[bool], Worker], are_many: Callable[[], bool]) -> None:
        self._make = make
        self._are_many = are_many
        self._is_warm = are_many()
        self._worker = make(self._is_warm)

    def run(self, task: Task, *, members: MemberWriter | None = None) -> Outcome:
        """Return what a worker says; see `Worker.run`."""
        if not self._is_warm and self._are_many():
            self._worker.close()
            self._worker, self._is_warm = self._make(True), True
        return self._worker.run(task, members=members)

    def close(self) -> None:
        """End the worker's box."""
        self._worker.close()

    def __enter__(self) -> Self:
        """Return the worker."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close it."""
        self.close()
