"""What people call a file of a case: the path under which it was received, and for what was unpacked, the way into its container."""

from __future__ import annotations

from typing import Final

from kashf.domain.document import Sighting
from kashf.domain.ids import DocumentId
from kashf.ports.views import CaseView

#: Between a container and what lies in it, as in "archive.zip > letter.docx".
INTO: Final = " > "
#: Containers that are told of one file at most; deeper ones are not unpacked.
_MOST_CONTAINERS: Final = 32


def known_as(view: CaseView, document: DocumentId) -> str:
    """Return what people call a document, by the first place at which it was seen; its id for one that was seen nowhere."""
    seen = view.sightings(document)
    return place_of(view, seen[0][0]) if seen else document


def place_of(view: CaseView, sighting: Sighting) -> str:
    """Return where something was seen, with the containers that it lies in."""
    way: list[str] = []
    while sighting.parent and len(way) < _MOST_CONTAINERS and (seen := view.sightings(sighting.parent)):
        above, _ = seen[0]
        way.append(sighting.path.removeprefix(f"{above.path}/"))
        sighting = above
    return INTO.join((sighting.path, *reversed(way)))
