"""The passwords of a run: which are tried on a document, and in what order."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final

from kashf.domain.ids import DocumentId
from kashf.intake.password_list import passwords_in as passwords_in  # noqa: PLC0414 - doors take it from here

#: UTF-8 of all passwords of one task; a message to the sandbox is larger (`adapters/sandbox/inside/control`).
_MOST_BYTES: Final = 1 << 19


class Keyring:
    """Passwords that people gave, and those that opened something before; several threads may ask at once.

    Args:
        given: Those of this run, in their order.
        kept: Those that opened documents before, by document.
    """

    def __init__(self, given: Iterable[str] = (), kept: Mapping[DocumentId, tuple[str, ...]] = MappingProxyType({})) -> None:
        self._lock = threading.Lock()
        self._kept = kept
        self._opened: Counter[str] = Counter(password for passwords in kept.values() for password in passwords)
        self._given = tuple(dict.fromkeys(given))
        self._begun = self._ended = 0

    def __repr__(self) -> str:
        """Return how many there are; what they are is never told."""
        return f"Keyring({len(self)})"

    def __len__(self) -> int:
        """Return how many passwords there are."""
        return len({*self._given, *self._opened})

    def opened_before(self, document: DocumentId) -> tuple[str, ...]:
        """Return the passwords that opened a document before; none when none did."""
        return self._kept.get(document, ())

    def for_document(self, document: DocumentId) -> tuple[str, ...]:
        """Return what to try on a document: first what opened it, then what opened others, the most first, then the rest in its order.

        Those that are too many for one task are left out from the end.
        """
        with self._lock:
            opened = [password for password, _ in self._opened.most_common()]
        return _within(dict.fromkeys((*self.opened_before(document), *opened, *self._given)))

    @property
    def files(self) -> tuple[int, int]:
        """On how many files all of them were tried so far, and on how many that was begun."""
        with self._lock:
            return self._ended, self._begun

    @contextmanager
    def trying(self) -> Iterator[None]:
        """Count a file as one on which they are tried, for as long as that goes on."""
        with self._lock:
            self._begun += 1
        try:
            yield
        finally:
            with self._lock:
                self._ended += 1

    def note(self, passwords: Iterable[str]) -> None:
        """Note that some opened a document, so that they are tried on others first."""
        with self._lock:
            self._opened.update(passwords)


def _within(passwords: Iterable[str]) -> tuple[str, ...]:
    kept, total = [], 0
    for password in passwords:
        total += len(password.encode("utf-8", "surrogatepass")) + 8
        if total > _MOST_BYTES:
            break
        kept.append(password)
    return tuple(kept)
