"""With what a file is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from kashf.domain.files.divided_files import Division
from kashf.domain.ids import DocumentId, Json


@dataclass(frozen=True, slots=True)
class Opening:
    """With what a file is read.

    Args:
        passwords: Tried on it; the file has those that fit, and what they open, as long as it is at work.
        rest: The other parts of a divided file, of which it is the first, in order.
        division: How it was divided; None for a file that is read alone.
    """

    passwords: tuple[str, ...] = field(default=(), repr=False)
    rest: tuple[DocumentId, ...] = ()
    division: Division | None = None

    def params(self) -> Mapping[str, Json]:
        """Return what a child is told of it."""
        passwords: dict[str, Json] = {"passwords": [*self.passwords]} if self.passwords else {}
        return {**passwords, **({"division": self.division.value} if self.division else {})}


ALONE: Final = Opening()
