"""Where each thing of a delivery lay: the folder or archive, and its place in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kashf.domain.document import Sighting
from kashf.domain.ids import DocumentId


@dataclass(frozen=True, slots=True)
class PilePlace:
    """Where one thing lay.

    Args:
        seen: As it was seen; the path of what lies in an archive begins with that of the archive, as it was first seen.
        listing: What listed it: the path of its archive, whose folders are all of one list, or its folder on disk.
    """

    seen: Sighting
    listing: str

    @property
    def document(self) -> DocumentId | None:
        """Its bytes; None where they could not be read."""
        return self.seen.document

    @property
    def folder(self) -> str:
        """Its path without its name; "" for a file that was given by itself."""
        return self.seen.path.rpartition("/")[0]

    @property
    def name(self) -> str:
        """What it is called in its listing."""
        return self.seen.path.removeprefix(self.listing).lstrip("/") or self.seen.path


def places_in(pile: Iterable[Sighting]) -> tuple[PilePlace, ...]:
    """Return where each thing of a pile lay.

    Args:
        pile: Containers before what lies in them.
    """
    paths: dict[DocumentId, str] = {}
    found = []
    for seen in pile:
        if seen.document:
            paths.setdefault(seen.document, seen.path)
        found.append(PilePlace(seen, paths.get(seen.parent, "") if seen.parent else seen.path.rpartition("/")[0]))
    return tuple(found)
