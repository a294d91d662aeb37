"""Processor seconds of the parts of a stage: each of some functions is timed without those that it calls, which are timed by themselves."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from inspect import isgeneratorfunction
from typing import Any
from unittest.mock import patch

#: What is timed: who has the function, its name, and of which part it is.
Part = tuple[Any, str, str]
#: Whatever no part answers for.
REST = "the rest"


class PartClock:
    """Counts processor seconds by part.

    Args:
        now: Tells the processor seconds of this process.
    """

    def __init__(self, now: Callable[[], float] = time.process_time) -> None:
        self._now, self._last, self._inside = now, now(), [REST]
        self.seconds = Counter[str]()

    @contextmanager
    def inside(self, part: str) -> Iterator[None]:
        """Count what passes in the block, but for blocks within it, as a part's."""
        self.turn()
        self._inside.append(part)
        try:
            yield
        finally:
            self.turn()
            self._inside.pop()

    def turn(self) -> None:
        """Count what passed since the last turn."""
        now = self._now()
        self.seconds[self._inside[-1]] += now - self._last
        self._last = now


@contextmanager
def timed_parts(*parts: Part) -> Iterator[PartClock]:
    """Time parts of what is done in the block; what the clock tells is whole when the block is left."""
    clock = PartClock()
    with ExitStack() as stack:
        for owner, name, part in parts:
            stack.enter_context(patch.object(owner, name, _timed(clock, getattr(owner, name), part)))
        yield clock
        clock.turn()


def _timed(clock: PartClock, function: Any, part: str) -> Any:
    def called(*values: Any, **named: Any) -> Any:
        with clock.inside(part):
            return function(*values, **named)

    def gone_through(*values: Any, **named: Any) -> Iterator[Any]:
        steps = function(*values, **named)
        while True:
            with clock.inside(part):
                step = next(steps, clock)  # the clock is no step: it says that there is none any more
            if step is clock:
                return
            yield step

    return gone_through if isgeneratorfunction(function) else called
