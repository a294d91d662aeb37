"""Sealed notes of a case to read from; nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping

from kashf.domain.ids import Json
from kashf.ports.blobs import SealedNotes, VaultKeys

#: What stands for the commitment of a note that is not kept.
_NOWHERE = ""


class BorrowedNotes:
    """SealedNotes that reads those of a case.

    Args:
        notes: Read from.
    """

    def __init__(self, notes: SealedNotes) -> None:
        self._notes = notes

    @property
    def keys(self) -> VaultKeys:
        """Of the case's vault."""
        return self._notes.keys

    def seal(self, content: Mapping[str, Json]) -> str:  # noqa: ARG002  (nothing is kept)
        """Keep nothing."""
        return _NOWHERE

    def keep_password(self, content: Mapping[str, Json]) -> str:  # noqa: ARG002  (nothing is kept)
        """Keep nothing."""
        return _NOWHERE

    def note(self, commitment: str) -> Mapping[str, Json] | None:
        """Return a note of the case; None when it is not here."""
        return self._notes.note(commitment) if commitment else None

    def box(self, commitment: str) -> str:
        """Return the SHA-256 of a note as it lies encrypted."""
        return self._notes.box(commitment)

    def fault(self, commitment: str, box: str) -> str:
        """Return what is wrong with a note of the case."""
        return self._notes.fault(commitment, box)

    def plain(self) -> tuple[str, ...]:
        """Return nothing: what a kashf before the vault kept is moved in the case itself."""
        return ()

    def move(self, commitment: str, *, is_password: bool) -> str:  # noqa: ARG002  (nothing is moved)
        """Move nothing."""
        return _NOWHERE
