"""In what order a delivery came, as facts: how each folder and archive was listed, numbers in names, times, sessions of photographs.

All of it is what file systems, archives, names and cameras say, and whoever handed it over may have set it. Nothing is concluded.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kashf.domain.ids import DocumentId, EntryId
from kashf.intake.number_series import NumberSeries as NumberSeries  # noqa: PLC0414 - doors take it from here
from kashf.intake.number_series import number_series, steps_back
from kashf.ports.views import CaseView
from kashf.search.facets import KINDS
from kashf.services.case.brought.pile_places import PilePlace, places_in
from kashf.services.case.photo_sessions import PhotoSession, photo_sessions, taken_at

_PICTURES: Final = frozenset(KINDS["image"])


class ListedBy(StrEnum):
    """What an order is that of."""

    #: An archive's own list of what is in it.
    ARCHIVE = "archive"
    #: A folder, as its file system listed it.
    FOLDER = "folder"
    #: A folder of which only the names are known: it was taken in before listings were kept, or file by file.
    NOT_KEPT = "not-kept"


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """Times that things of one folder claim.

    Args:
        first: The earliest, as written.
        last: The latest.
        known: How many claim any.
        steps_back: Those, as listed, that are earlier than the one before.
    """

    first: str
    last: str
    known: int
    steps_back: int


@dataclass(frozen=True, slots=True)
class FolderOrder:
    """How one folder or archive was listed.

    Args:
        folder: Which; "" for files that were given by themselves. What lies in the folders of an archive is in its one list.
        listed_by: What its order is that of.
        archive: The archive, for what lies in one; or None.
        files: How many things it listed, without its folders.
        names_back: How many of them, as listed, are called lower than the one before; none where it is sorted by name.
        series: Numbers counted in names.
        unnumbered: Files in no series.
        modified: Times of last change that the file system or archive gives; None without any.
        taken: Times that cameras give, without zone; None without any.
        listed: What they are called there, in that order.
    """

    folder: str
    listed_by: ListedBy
    archive: DocumentId | None
    files: int
    names_back: int
    series: tuple[NumberSeries, ...]
    unnumbered: int
    modified: TimeSpan | None
    taken: TimeSpan | None
    listed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PileOrder:
    """In what order a delivery came.

    Args:
        folders: In the order in which they were met.
        sessions: Photographs that one camera took in a row, by its own clock.
        photos: Pictures that say when they were taken.
        pictures: Pictures in all, those that say nothing included.
    """

    folders: tuple[FolderOrder, ...]
    sessions: tuple[PhotoSession, ...]
    photos: int
    pictures: int


def pile_order(view: CaseView, receipts: Sequence[EntryId]) -> PileOrder:
    """Return in what order what some receipts list came."""
    places = places_in(view.pile(receipts))
    records = view.records(list(dict.fromkeys(place.document for place in places if place.document)))
    pictures = [record for record in records if record.type in _PICTURES]
    taken = {record.id: when for record in pictures if (when := taken_at(record))}
    folders: dict[tuple[str, DocumentId | None], list[PilePlace]] = {}
    for place in places:
        folders.setdefault((place.listing, place.seen.parent), []).append(place)
    orders = tuple(_order(folder, archive, found, taken) for (folder, archive), found in folders.items())
    return PileOrder(orders, photo_sessions(pictures), len(taken), len(pictures))


def listed(places: Sequence[PilePlace]) -> tuple[PilePlace, ...]:
    """Return the things of one folder in the order in which it was listed."""
    return tuple(sorted(places, key=lambda place: place.seen.ordinal))


def _order(folder: str, archive: DocumentId | None, places: Sequence[PilePlace], taken: Mapping[DocumentId, dt.datetime]) -> FolderOrder:
    found = listed(places)
    names = [place.name for place in found]
    series = number_series(names)
    return FolderOrder(
        folder=folder,
        listed_by=_listed_by(archive, found),
        archive=archive,
        files=len(found),
        names_back=steps_back(names),
        series=series,
        unnumbered=len(found) - sum(each.files for each in series),
        modified=_span([place.seen.modified for place in found if place.seen.modified]),
        taken=_span([taken[place.document] for place in found if place.document and place.document in taken]),
        listed=tuple(names),
    )


def _listed_by(archive: DocumentId | None, places: Sequence[PilePlace]) -> ListedBy:
    if archive:
        return ListedBy.ARCHIVE
    return ListedBy.FOLDER if any(place.seen.ordinal for place in places) else ListedBy.NOT_KEPT


def _span(times: Sequence[dt.datetime]) -> TimeSpan | None:
    return TimeSpan(_written(min(times)), _written(max(times)), len(times), steps_back(times)) if times else None


def _written(when: dt.datetime) -> str:
    return when.isoformat(" ", "seconds")
