"""Which lists of names were held against a case, and how many of their entries had hits: counts alone, and nothing of the names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kashf.domain.entries.projections import Projection
from kashf.domain.ids import EntryId, Json
from kashf.domain.ledger import Entry, EntryKind


class DatedBy(StrEnum):
    """What says of which day a list is."""

    PERSON = "person"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class ScreenedList:
    """A list, told from any other by its bytes.

    Args:
        name: What its file is called, without folders.
        sha256: Of its bytes, in hex.
        dated: Of which day it is; None where nobody says.
        dated_by: Whether a person says so or the file, by when it was last changed.
    """

    name: str
    sha256: str
    dated: dt.date | None = None
    dated_by: DatedBy | None = None


@dataclass(frozen=True, slots=True)
class ScreeningTally:
    """How many entries of a list came to what; the three make up the list.

    Args:
        with_hits: Those that something in the case may be.
        without: Those that nothing in the case may be.
        untold: Those that were held against nothing, since they have no name.
    """

    with_hits: int
    without: int
    untold: int


@dataclass(frozen=True, slots=True)
class PastScreening:
    """That a list was held against a collection once.

    Args:
        id: Its ledger entry.
        when: The time of it.
        who: The actor of it.
        tally: What came of it.
    """

    id: EntryId
    when: dt.datetime
    who: str
    tally: ScreeningTally


def screened_body(listed: ScreenedList, collection: str, tally: ScreeningTally) -> Mapping[str, Json]:
    """Return what the ledger keeps of a screening."""
    return {
        "name": listed.name,
        "sha256": listed.sha256,
        "dated": listed.dated.isoformat() if listed.dated else None,
        "dated_by": listed.dated_by.value if listed.dated_by else None,
        "collection": collection,
        "entries": tally.with_hits + tally.without + tally.untold,
        "with_hits": tally.with_hits,
        "without": tally.without,
        "untold": tally.untold,
    }


def _tell(told: dict[tuple[str, str], PastScreening], entry: Entry, id: EntryId) -> dict[tuple[str, str], PastScreening]:
    tally = ScreeningTally(*(_number(entry, what) for what in ("with_hits", "without", "untold")))
    told[str(entry.body.get("sha256")), str(entry.body.get("collection"))] = PastScreening(id, entry.time, entry.actor, tally)
    return told


def _number(entry: Entry, what: str) -> int:
    number = entry.body.get(what)
    return number if isinstance(number, int) else 0


#: The last screening of each list against each collection, by the hash of the list and the collection.
SCREENINGS: Final[Projection[dict[tuple[str, str], PastScreening]]] = Projection(frozenset({EntryKind.SCREENED}), dict, _tell)
