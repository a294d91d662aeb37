"""How the files of an index are, as a value and as what tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class IndexFiles:
    """How the files of an index are, beside the list that was kept of them.

    Args:
        changed: Names of files that are not as they were left, with what is wrong.
        is_sure: Whether each was held against the list that was named; not so where it was written to since.
    """

    changed: tuple[tuple[str, str], ...]
    is_sure: bool


class IndexOfFiles(Protocol):
    """An index that lies in files."""

    def digest(self) -> str:
        """Return a hash over its files as they were when it was last written to; "" where none is kept, or nobody could change them."""
        ...

    def settle(self) -> None:
        """Say that the digest is kept elsewhere, so that no file may be otherwise from now on until it is written to again."""
        ...

    def check(self, recorded: str) -> IndexFiles:
        """Hold the files against the digest that was kept of them; "" where none was."""
        ...
