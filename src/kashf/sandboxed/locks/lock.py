"""What every kind of lock can do."""

from __future__ import annotations

from typing import Protocol

from kashf.ports.engines import Source


class Lock(Protocol):
    """The encryption of one file."""

    @property
    def is_locked(self) -> bool:
        """Whether anything is encrypted that a password can open."""
        ...

    @property
    def is_open(self) -> bool:
        """Whether nothing of the file is encrypted any more."""
        ...

    def fits(self, password: str) -> bool:
        """Return whether a password opens something that was not open before."""
        ...

    def unlocked(self) -> Source:
        """Return the file as it is read with what was found."""
        ...
