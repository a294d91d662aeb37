"""The lists of names that were held against the case: in memory alone, until the server stops."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Final

from kashf.errors import NotFoundError
from kashf.language.words.visible import visible_name
from kashf.services.names.screen import Screening

#: Results that are held in memory; an older one is let go.
HELD: Final = 3


@dataclass(frozen=True, slots=True)
class Held:
    """What came of a list.

    Args:
        name: What its sender calls the list.
        screening: The hits, and the entries without.
    """

    name: str
    screening: Screening


@dataclass(slots=True)
class Screenings:
    """The last few results, in memory alone: a list may be secret, so nothing of it is written to disk."""

    _held: OrderedDict[str, Held] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def hold(self, name: str, screening: Screening) -> str:
        """Keep a result and return the word by which it is asked for."""
        id = secrets.token_hex(16)
        with self._lock:
            self._held[id] = Held(visible_name(name), screening)
            while len(self._held) > HELD:
                self._held.popitem(last=False)
        return id

    def find(self, id: str) -> Held:
        """Return a result.

        Raises:
            NotFoundError: It was let go, or never was.
        """
        with self._lock:
            if id not in self._held:
                raise NotFoundError("this result is not held any more: only the last three are; upload the list again", code="result-gone")
            return self._held[id]
