"""Photographs that one camera took in a row: which of how many one is, by the camera's own clock, which may be wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Final

from kashf.domain.date import FuzzyDate
from kashf.domain.ids import DocumentId
from kashf.errors import UnfinishedError
from kashf.ports.search import All, Days, Field, Layer
from kashf.ports.views import DocumentRecord
from kashf.search.facets import KINDS
from kashf.services.case.open import OpenCase

#: A longer pause begins another session.
_PAUSE: Final = dt.timedelta(minutes=30)
_DAY: Final = dt.timedelta(days=1)
#: The camera's time without its zone: a session does not change it.
_TAKEN: Final = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)")
#: The number that cameras count in names, which orders what they took in one second.
_COUNTER: Final = re.compile(r"(\d{1,9})\D*$")


@dataclass(frozen=True, slots=True)
class PhotoInSession:
    """Which photograph of a session one is.

    Args:
        number: Its place in the session, from 1.
        of: How many the case has of that session.
        first: When its first was taken, by the camera's clock, without zone: `YYYY-MM-DD HH:MM:SS`.
        last: When its last was.
    """

    number: int
    of: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class PhotoSession:
    """Photographs that one camera took in a row.

    Args:
        first: When its first was taken, by the camera's clock, without zone: `YYYY-MM-DD HH:MM:SS`.
        last: When its last was.
        photos: Ids, in the order in which they were taken.
    """

    first: str
    last: str
    photos: tuple[DocumentId, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Photo:
    when: dt.datetime
    counter: int
    id: DocumentId


def photo_in_session(case: OpenCase, record: DocumentRecord) -> PhotoInSession | None:
    """Return where a photograph stands among those that its camera took before and after it, pauses of half an hour at most between two.

    None for what is none, or does not say when it was taken, and in a case that was not indexed yet. What tells cameras apart is compared
    and not returned, since a number of a camera names its owner.
    """
    own = _photo(record)
    if own is None:
        return None
    days = FuzzyDate(own.when.date() - _DAY, own.when.date() + _DAY)
    try:
        found = case.index.documents(All((Days(days, of_file=True), Field("type", KINDS["image"]))), layer=Layer.ABOUT)
    except UnfinishedError:
        return None
    others = (each for each in case.view.records(found) if _camera(each) == _camera(record))
    photos = sorted({own, *(photo for each in others if (photo := _photo(each)))})
    place = photos.index(own)
    first, last = place - _in_a_row(photos[place::-1]), place + _in_a_row(photos[place:])
    return PhotoInSession(place - first + 1, last - first + 1, str(photos[first].when), str(photos[last].when))


def photo_sessions(records: Iterable[DocumentRecord]) -> tuple[PhotoSession, ...]:
    """Return the sessions of some pictures, by time; pictures that do not say when they were taken are in none, single ones make one.

    As `photo_in_session` tells them, but for photographs that are not among the records.
    """
    by_camera: dict[tuple[str, str], list[_Photo]] = {}
    for record in records:
        if photo := _photo(record):
            by_camera.setdefault(_camera(record), []).append(photo)
    sessions = (run for photos in by_camera.values() for run in _runs(sorted(photos)))
    told = (PhotoSession(str(run[0].when), str(run[-1].when), tuple(photo.id for photo in run)) for run in sessions)
    return tuple(sorted(told, key=lambda each: (each.first, each.last, each.photos)))


def taken_at(record: DocumentRecord) -> dt.datetime | None:
    """Return when a photograph was taken by its camera's clock, without zone; None for what does not say."""
    photo = _photo(record)
    return photo.when if photo else None


def _runs(photos: list[_Photo]) -> Iterator[list[_Photo]]:
    """Yield photographs of one camera, in order, parted where it paused."""
    run: list[_Photo] = []
    for photo in photos:
        if run and photo.when - run[-1].when > _PAUSE:
            yield run
            run = []
        run.append(photo)
    yield run


def _in_a_row(photos: list[_Photo]) -> int:
    """Return how many photographs follow the first without a pause."""
    return sum(1 for _ in takewhile(lambda pair: abs(pair[1].when - pair[0].when) <= _PAUSE, pairwise(photos)))


def _camera(record: DocumentRecord) -> tuple[str, str]:
    return record.metadata.get("device", ""), record.metadata.get("camera-serial-number", "")


def _photo(record: DocumentRecord) -> _Photo | None:
    found = _TAKEN.match(record.metadata.get("taken", ""))
    if not found or not record.type.startswith("image/"):
        return None
    try:
        when = dt.datetime.fromisoformat(f"{found[1]} {found[2]}")
    except ValueError:
        return None
    counter = _COUNTER.search(record.name.rpartition(".")[0] or record.name)
    return _Photo(when, int(counter[1]) if counter else 0, record.id)
