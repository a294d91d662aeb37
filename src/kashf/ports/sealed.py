"""Where notes are kept that could name a source: apart from the ledger, so that they can be taken out and the rest still proves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from kashf.domain.ids import Json


class SealedNotes(Protocol):
    """Notes by the commitment that the ledger holds of each."""

    def seal(self, content: Mapping[str, Json]) -> str:
        """Keep a note, durable, and return the commitment to it.

        Raises:
            NoSpaceError: The disk is full.
        """
        ...

    def note(self, commitment: str) -> Mapping[str, Json] | None:
        """Return a note; None when it is not here.

        Raises:
            BrokenCustodyError: It is not what was committed to.
        """
        ...
