"""What came of lists that were held against the case or searched for: in memory alone, until the server stops."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from kashf.errors import NotFoundError
from kashf.language.words.visible import visible_name

Result = TypeVar("Result")

#: Results that are held in memory; an older one is let go.
HELD: Final = 3


@dataclass(frozen=True, slots=True)
class Held(Generic[Result]):
    """What came of a list.

    Args:
        name: What its sender calls the list.
        result: All of it.
    """

    name: str
    result: Result


@dataclass(slots=True)
class HeldResults(Generic[Result]):
    """The last few results, in memory alone: a list may be secret, so nothing of it is written to disk."""

    _held: OrderedDict[str, Held[Result]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def hold(self, name: str, result: Result) -> str:
        """Keep a result and return the word by which it is asked for."""
        id = secrets.token_hex(16)
        with self._lock:
            self._held[id] = Held(visible_name(name), result)
            while len(self._held) > HELD:
                self._held.popitem(last=False)
        return id

    def find(self, id: str) -> Held[Result]:
        """Return a result.

        Raises:
            NotFoundError: It was let go, or never was.
        """
        with self._lock:
            if id not in self._held:
                raise NotFoundError("this result is not held any more: only the last three are; upload the list again", code="result-gone")
            return self._held[id]
