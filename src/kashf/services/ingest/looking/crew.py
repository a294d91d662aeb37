"""A fixed number of threads, each with a sandbox worker of its own, that do what they are asked and hand back what came of it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from kashf.ports.runtime import Worker

Asked = TypeVar("Asked")
Answered = TypeVar("Answered")


class Crew(Generic[Asked, Answered]):
    """Threads with workers, which start when there is something to do.

    Args:
        name: Of the threads.
        count: How many.
        make: Makes a worker.
        do: Does one thing with a worker; what it raises is raised again where the answer is waited for.
        bell: Set whenever there is an answer; one of its own without.
    """

    def __init__(
        self,
        name: str,
        *,
        count: int,
        make: Callable[[], Worker],
        do: Callable[[Worker, Asked], Answered],
        bell: threading.Event | None = None,
    ) -> None:
        self._make = make
        self._do = do
        self.bell = bell or threading.Event()
        self._work: queue.Queue[tuple[Asked] | None] = queue.Queue()
        self._done: queue.Queue[tuple[Answered] | BaseException] = queue.Queue()
        self._threads = [threading.Thread(target=self._serve, name=f"{name}-{n}", daemon=True) for n in range(count)]
        self._asked = 0

    @property
    def under_way(self) -> int:
        """How much was asked that has no answer yet."""
        return self._asked

    def start(self) -> None:
        """Start the threads."""
        for thread in self._threads:
            thread.start()

    def end(self, *, is_broken: bool, seconds: float) -> None:
        """End the threads, and wait for each at most so long; of a run that is broken off, what was not begun yet is left."""
        if is_broken:
            self._drop_waiting()
        for _ in self._threads:
            self._work.put(None)
        for thread in self._threads:
            thread.join(timeout=seconds)

    def ask(self, asked: Asked) -> None:
        """Have one thing done."""
        self._asked += 1
        self._work.put((asked,))

    def next(self, *, timeout: float) -> Answered | None:
        """Return an answer, in the order in which they come; None when none came within `timeout` seconds or nothing is under way.

        Raises:
            KashfError: What a thread met that is no fault of what it was asked: no space, no sandbox.
        """
        if not self._asked:
            return None
        try:
            result = self._done.get(timeout=timeout) if timeout > 0 else self._done.get_nowait()
        except queue.Empty:
            return None
        if isinstance(result, BaseException):
            raise result
        self._asked -= 1
        return result[0]

    def _drop_waiting(self) -> None:
        while True:
            try:
                self._work.get_nowait()
            except queue.Empty:
                return

    def _serve(self) -> None:
        worker: Worker | None = None
        try:
            while (asked := self._work.get()) is not None:
                worker = worker or self._make()
                self._answer((self._do(worker, asked[0]),))
        except BaseException as error:  # noqa: BLE001 - handed to the thread that asked, which raises it
            self._answer(error)
        finally:
            if worker is not None:
                worker.close()

    def _answer(self, answer: tuple[Answered] | BaseException) -> None:
        self._done.put(answer)
        self.bell.set()
